package org.semblance.surveillance.ui.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.semblance.platform.Page;
import org.semblance.platform.ui.KeysetPages;
import org.semblance.surveillance.access.AccessCalendar;
import org.semblance.surveillance.access.AccessCalendarService;
import org.semblance.surveillance.access.AccessRule;
import org.semblance.surveillance.access.AccessRuleId;
import org.semblance.surveillance.access.AccessRuleService;
import org.semblance.surveillance.access.Door;
import org.semblance.surveillance.access.DoorService;
import org.semblance.surveillance.access.RuleSubjects;

/** Doors, rules and calendars, all of each: an installation has some hundreds at most. */
@Dependent
public class AccessDirectory {
    private final DoorService doors;
    private final AccessRuleService rules;
    private final AccessCalendarService calendars;
    private final RuleSubjects subjects;

    @Inject
    public AccessDirectory(
            DoorService doors, AccessRuleService rules, AccessCalendarService calendars, RuleSubjects subjects) {
        this.doors = doors;
        this.rules = rules;
        this.calendars = calendars;
        this.subjects = subjects;
    }

    List<Door> allDoors() {
        return all(doors::list);
    }

    List<AccessRule> allRules() {
        return all((after, limit) -> rules.list(null, after, limit));
    }

    List<AccessCalendar> allCalendars() {
        return all(calendars::list);
    }

    Map<AccessRuleId, String> names(List<AccessRule> of) {
        return subjects.names(of);
    }

    DoorService doors() {
        return doors;
    }

    AccessRuleService rules() {
        return rules;
    }

    AccessCalendarService calendars() {
        return calendars;
    }

    private static <T> List<T> all(KeysetPages.Source<T> source) {
        List<T> found = new ArrayList<>();
        OptionalLong next = OptionalLong.of(0);
        while (next.isPresent()) {
            Page<T> page = source.read(next.getAsLong(), Page.MAX_LIMIT);
            found.addAll(page.items());
            next = page.next();
        }
        return found;
    }
}
