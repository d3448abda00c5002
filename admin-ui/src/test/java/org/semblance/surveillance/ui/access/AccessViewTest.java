package org.semblance.surveillance.ui.access;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.AccessDeniedView;
import org.semblance.platform.ui.EmptyState;
import org.semblance.portal.PortalTest;
import org.semblance.surveillance.access.DoorName;
import org.semblance.surveillance.access.Effect;
import org.semblance.surveillance.access.NewAccessRule;
import org.semblance.surveillance.access.NewDoor;
import org.semblance.surveillance.access.RuleTimes;
import org.semblance.surveillance.access.Whom;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

class AccessViewTest extends PortalTest {
    private static final String[] MANAGER = {
        Permissions.ACCESS_READ, Permissions.ACCESS_MANAGE, Permissions.CAMERA_READ, Permissions.USER_READ
    };

    @Test
    void sets_up_a_door_with_its_cameras() {
        services.watch.cameras.have("entrance-1", "Entrance", "staff");
        open("access", MANAGER);

        _click(_get(Button.class, spec -> spec.withText("Set up door")));
        var dialog = _get(DoorDialog.class);
        _click(dialog.save);
        assertThat(dialog.doorTitle.isInvalid()).isTrue();
        dialog.doorTitle.setValue("Main entrance");
        dialog.cameras.setValue("entrance-1");
        dialog.zone.setValue("Europe/Berlin");
        _click(dialog.save);

        NewDoor said = services.watch.access.doors.get(0).said();
        assertThat(said.name()).isEqualTo(new DoorName("main-entrance"));
        assertThat(said.zone().getId()).isEqualTo("Europe/Berlin");
        assertThat(said.cameras()).hasToString("[entrance-1]");
        assertThat(view().doors.getElement().getTextRecursively()).contains("Watched by entrance-1");
    }

    @Test
    void a_door_that_somebody_else_changed_is_not_overwritten() {
        var door = services.watch.access.door("main");
        open("access/doors", MANAGER);
        _click(_get(Button.class, spec -> spec.withAttribute("aria-label", "Edit Door main")));
        services.watch.access.doorService.change(
                new NewDoor(door.name(), "Back door", door.said().zone(), List.of(), true), ExpectedVersion.ANY);

        var dialog = _get(DoorDialog.class);
        _click(dialog.save);
        assertThat(dialog.notes.isVisible()).isTrue();
        _click(dialog.notes.reload);
        assertThat(dialog.doorTitle.getValue()).isEqualTo("Back door");
    }

    @Test
    void adds_a_rule_for_a_department_in_working_hours() {
        services.watch.access.door("main");
        open("access/rules", MANAGER);

        _click(_get(Button.class, spec -> spec.withText("Add rule")));
        var form = _get(RuleDialog.class).form;
        form.ruleTitle.setValue("Office hours");
        form.subject.whom.setValue(Whom.DEPARTMENT);
        _click(_get(RuleDialog.class).save);
        assertThat(form.subject.choice.isInvalid()).isTrue();
        assertThat(form.doors.isInvalid()).isTrue();
        form.subject.choice.setValue(new SubjectChoices.Choice("7", "Kitchen"));
        form.doors.setValue(services.watch.access.doors);
        _click(form.hours.add);
        _click(_get(RuleDialog.class).save);

        NewAccessRule said = services.watch.access.rules.get(0).said();
        assertThat(said.whom()).isEqualTo(Whom.DEPARTMENT);
        assertThat(said.who()).isEqualTo("7");
        assertThat(said.doors()).containsExactly(new DoorName("main"));
        assertThat(said.times().hours().texts()).containsExactly("mon-fri 07:00-19:00");
        assertThat(view().rules.getElement().getTextRecursively())
                .contains("Office hours", "Allows", "Mon–Fri 07:00–19:00", "At main");
    }

    @Test
    void removes_a_rule_once_that_is_confirmed() {
        services.watch.access.ruleService.create(new NewAccessRule(
                "Barred", true, Effect.DENY, Whom.EVERYBODY, null, true, List.of(), RuleTimes.ALWAYS));
        open("access/rules", MANAGER);
        assertThat(view().rules.getElement().getTextRecursively()).contains("Denies", "At all doors", "At any time");

        _click(_get(Button.class, spec -> spec.withAttribute("aria-label", "Delete Barred")));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        assertThat(services.watch.access.rules).isEmpty();
    }

    @Test
    void names_the_line_of_a_calendar_that_is_no_day() {
        open("access/calendars", MANAGER);

        _click(_get(Button.class, spec -> spec.withText("Add calendar")));
        var dialog = _get(CalendarDialog.class);
        dialog.calendarTitle.setValue("Closed");
        dialog.days.setValue("yearly 12-24..01-01\nChristmas");
        _click(dialog.save);
        assertThat(dialog.days.getErrorMessage()).startsWith("“Christmas” is no day.");
        dialog.days.setValue("yearly 12-24..01-01\n2027-03-26");
        _click(dialog.save);

        assertThat(services.watch.access.calendars.get(0).said().days().texts())
                .containsExactly("yearly 12-24..01-01", "2027-03-26");
        assertThat(view().calendars.getElement().getTextRecursively())
                .contains("every year Dec 24 – Jan 1, Mar 26, 2027");
    }

    @Test
    void days_are_named_in_the_users_language() {
        open("access", MANAGER);

        assertThat(HoursTexts.day(DayOfWeek.MONDAY)).isEqualTo("Mon");
    }

    @Test
    void readers_are_offered_nothing_to_change() {
        services.watch.access.door("main");
        open("access", Permissions.ACCESS_READ);

        assertThat(_find(Button.class, spec -> spec.withText("Set up door"))).isEmpty();
        assertThat(_find(Button.class, spec -> spec.withAttribute("aria-label", "Edit Door main")))
                .isEmpty();
    }

    @Test
    void says_what_to_do_while_there_is_nothing() {
        open("access/rules", Permissions.ACCESS_READ);

        assertThat(_find(EmptyState.class)).hasSize(1);
    }

    @Test
    void is_closed_to_others() {
        open("access", Permissions.CAMERA_READ);

        assertThat(_find(AccessDeniedView.class)).hasSize(1);
    }

    private void open(String address, String... permissions) {
        signInWith(permissions);
        UI.getCurrent().navigate(address);
    }

    private static AccessView view() {
        return _get(AccessView.class);
    }
}
