package org.semblance.home.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.semblance.health.ui.HealthTexts;
import org.semblance.jobs.JobOutcomeService;
import org.semblance.jobs.JobState;
import org.semblance.platform.Permissions;
import org.semblance.platform.SystemHealth;
import org.semblance.platform.SystemHealthService;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Facts;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.Views;

/** What the first page says of the work in the background and of the server itself. */
@Dependent
public class EnginePart {
    private static final String JOBS = "jobs";
    private static final String SEARCH = "search";

    private final JobOutcomeService outcomes;
    private final SystemHealthService health;
    private final Clock clock;

    @Inject
    public EnginePart(JobOutcomeService outcomes, SystemHealthService health, Clock clock) {
        this.outcomes = outcomes;
        this.health = health;
        this.clock = clock;
    }

    void addTiles(Div tiles) {
        if (PortalSession.permits(Permissions.JOB_READ)) {
            Map<JobState, Long> counts = outcomes.count(clock.instant().minus(1, ChronoUnit.DAYS));
            long running = counts.getOrDefault(JobState.RUNNING, 0L) + counts.getOrDefault(JobState.STOPPING, 0L);
            long done = counts.getOrDefault(JobState.COMPLETED, 0L);
            long failed = counts.getOrDefault(JobState.FAILED, 0L);
            String detail = text("home.jobs.detail", counts.getOrDefault(JobState.QUEUED, 0L), done);
            tiles.add(new Tile(running, text("home.jobs-running"), detail, false).leadingTo(Views.address(JOBS, "")));
            tiles.add(new Tile(failed, text("home.jobs.failed"), text("home.last-day"), failed > 0)
                    .leadingTo(Views.address(JOBS, "state=failed")));
        }
    }

    void addCards(Div cards) {
        if (PortalSession.permits(Permissions.METRICS_READ)) {
            cards.add(card(health.look()));
        }
    }

    private Card card(SystemHealth found) {
        List<SystemHealth.Check> unwell =
                found.checks().stream().filter(check -> !check.isWell()).toList();
        var list = new UnorderedList();
        list.addClassName("plain-list");
        unwell.forEach(check -> list.add(new ListItem(HealthTexts.name(check) + ": " + HealthTexts.found(check))));
        found.checks().stream()
                .filter(check -> check.isWell() && check.name().equals(SEARCH))
                .forEach(check -> list.add(new ListItem(HealthTexts.found(check))));
        var facts = new Facts()
                .fact(text("health.version"), found.build().version())
                .fact(text("health.node"), found.host().node())
                .fact(text("health.started"), LocalFormat.format(found.host().startedAt()));
        return new Card(text("health.title"))
                .state(badge(found, unwell.size()))
                .more(Views.address("health", ""))
                .with(list, facts);
    }

    private static Badge badge(SystemHealth found, int unwell) {
        if (unwell == 0) {
            return new Badge(Badge.Tone.GOOD, text("health.well"));
        }
        return new Badge(found.isUp() ? Badge.Tone.WARNING : Badge.Tone.BAD, text("health.unwell", unwell));
    }

    private static String text(String key, Object... parameters) {
        return UI.getCurrent().getTranslation(key, parameters);
    }
}
