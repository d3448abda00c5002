package org.semblance.jobs.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.jobs.JobRequest;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.EmptyState;
import org.semblance.portal.PortalTest;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

class SchedulesViewTest extends PortalTest {
    private static final String[] MANAGER = {
        Permissions.JOB_READ, Permissions.JOB_MANAGE, Permissions.GALLERY_READ, Permissions.PERSON_ENROLL
    };

    @Test
    void tells_in_words_when_each_is_due() {
        services.work.schedules.have("nightly", "enroll-persons", "30 3 * * SUN");

        open(Permissions.JOB_READ);

        assertThat(_get(ScheduleCard.class).getElement().getTextRecursively())
                .contains("nightly", "Every Sunday at 3:30")
                .contains("(UTC)", "Not yet");
    }

    @Test
    void creates_a_schedule() {
        services.galleries.have("staff", "Staff");
        open(MANAGER);

        _click(_find(Button.class, spec -> spec.withText("Create schedule")).get(0));
        var dialog = _get(ScheduleDialog.class);
        _setValue(dialog.name, "every-hour");
        dialog.form.choose("enroll-persons");
        dialog.form.field("folder").show("staff");
        _setValue(dialog.cron.expression, "5 * * * *");
        assertThat(dialog.cron.preview.getElement().getTextRecursively()).startsWith("Every hour at 5 minutes past");
        _click(dialog.save);

        assertThat(services.work.schedules.require("every-hour").said().cron().expression())
                .isEqualTo("5 * * * *");
        assertThat(_find(ScheduleCard.class)).hasSize(1);
    }

    @Test
    void refuses_a_time_that_never_comes() {
        open(MANAGER);

        _click(_find(Button.class, spec -> spec.withText("Create schedule")).get(0));
        var dialog = _get(ScheduleDialog.class);
        _setValue(dialog.cron.expression, "0 0 31 2 *");

        assertThat(dialog.cron.expression.isInvalid()).isTrue();
    }

    @Test
    void says_so_when_somebody_else_was_quicker() {
        services.work.schedules.have("nightly", "enroll-persons", "30 3 * * *");
        services.galleries.have("staff", "Staff");
        open(MANAGER);
        _click(_get(ScheduleCard.class).edit);
        var dialog = _get(ScheduleDialog.class);
        dialog.form.field("folder").show("staff");

        services.work.schedules.changeBehindTheBack("nightly");
        _click(dialog.save);

        assertThat(dialog.isOpened()).isTrue();
        assertThat(dialog.refusal.getText()).startsWith("Somebody else has changed this");
        _click(dialog.reload);
        dialog.form.field("folder").show("staff");
        _click(dialog.save);
        assertThat(dialog.isOpened()).isFalse();
    }

    @Test
    void turns_one_off_and_on() {
        services.work.schedules.have("nightly", "enroll-persons", "30 3 * * *");
        open(MANAGER);

        _click(_get(ScheduleCard.class).toggle);
        assertThat(services.work.schedules.require("nightly").said().isOn()).isFalse();

        _click(_get(ScheduleCard.class).toggle);
        assertThat(services.work.schedules.require("nightly").said().isOn()).isTrue();
    }

    @Test
    void starts_one_now() {
        services.work.schedules.have("nightly", "enroll-persons", "30 3 * * *");
        services.jobs.start(new JobRequest("enroll-persons", Map.of()));
        open(MANAGER);

        _click(_get(ScheduleCard.class).run);

        assertThat(services.work.schedules.started).containsExactly("nightly");
        assertThat(_find(JobView.class)).hasSize(1);
    }

    @Test
    void removes_one_once_it_is_confirmed() {
        services.work.schedules.have("nightly", "enroll-persons", "30 3 * * *");
        open(MANAGER);

        _click(_get(ScheduleCard.class).remove);
        assertThat(services.work.schedules.list()).hasSize(1);
        var dialog = _get(ConfirmDialog.class);
        ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, true));

        assertThat(services.work.schedules.list()).isEmpty();
    }

    @Test
    void offers_readers_nothing_to_change() {
        services.work.schedules.have("nightly", "enroll-persons", "30 3 * * *");

        open(Permissions.JOB_READ);

        assertThat(_find(Button.class, spec -> spec.withText("Create schedule")))
                .isEmpty();
        assertThat(_find(Button.class, spec -> spec.withText("Edit"))).isEmpty();
    }

    @Test
    void says_what_a_schedule_is_while_there_is_none() {
        open(Permissions.JOB_READ);

        assertThat(_get(EmptyState.class).getElement().getTextRecursively()).contains("No schedule yet");
    }

    private void open(String... permissions) {
        signInWith(permissions);
        UI.getCurrent().navigate(SchedulesView.class);
    }
}
