package org.semblance.jobs.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.jobs.JobProgress;
import org.semblance.jobs.JobQuery;
import org.semblance.jobs.JobRequest;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.JobState;
import org.semblance.jobs.JobStatus;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.PasswordAgain;
import org.semblance.portal.FakeJobs;
import org.semblance.portal.PortalTest;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

class JobsViewTest extends PortalTest {
    private static final String[] MANAGER = {
        Permissions.JOB_READ, Permissions.JOB_MANAGE, Permissions.GALLERY_READ, Permissions.PERSON_ENROLL
    };
    private static final JobRequest ENROLL =
            new JobRequest("enroll-persons", Map.of("gallery", "staff", "folder", "staff"));

    @Test
    void shows_how_far_a_run_is_as_it_goes_on() {
        JobRunId id = services.jobs.start(ENROLL);
        open(Permissions.JOB_READ);

        services.jobs.stand(id, JobState.RUNNING, 80, 20);
        services.work.watch.tell(services.jobs.status(id));
        settle();

        assertThat(_get(JobCard.class).progress.getValue()).isEqualTo(0.25);
        assertThat(_get(JobCard.class).counts.getText()).isEqualTo("20 of 80 done");
    }

    @Test
    void tells_what_a_run_was_told_in_words() {
        services.jobs.start(new JobRequest(
                "retention-purge", Map.of("dry-run", "true", "kinds", "sign-in-attempts,temporary-images")));
        open(Permissions.JOB_READ);

        assertThat(_get(JobCard.class).getElement().getTextRecursively())
                .contains("Only count: yes", "Kinds: Failed sign-ins, Temporary pictures");
    }

    @Test
    void a_run_that_had_nothing_to_do_says_so() {
        JobRunId id = services.jobs.start(ENROLL);
        services.jobs.stand(id, JobState.COMPLETED, 0, 0);
        open(Permissions.JOB_READ);

        assertThat(_get(JobCard.class).counts.getText()).isEqualTo("Nothing to do");
    }

    @Test
    void a_run_that_somebody_else_starts_appears_at_the_top() {
        services.jobs.start(ENROLL);
        open(Permissions.JOB_READ);

        services.work.watch.tell(services.jobs.status(services.jobs.start(ENROLL)));
        settle();

        assertThat(_find(JobCard.class)).hasSize(2);
        assertThat(_find(JobCard.class).get(0).getElement().getTextRecursively())
                .contains("Run 2");
    }

    @Test
    void nobody_is_told_once_the_page_is_left() {
        services.jobs.start(ENROLL);
        open(Permissions.JOB_READ);

        UI.getCurrent().navigate("");

        assertThat(services.work.watch.listeners).isEmpty();
    }

    @Test
    void an_address_tells_which_runs_are_meant() {
        JobRunId failed = services.jobs.start(ENROLL);
        services.jobs.stand(failed, JobState.FAILED, 80, 20);
        services.jobs.put(FakeJobs.run(
                new JobRunId(7), "verify-audit", JobState.RUNNING, Map.of(), FakeJobs.progress(60L, 30, 0)));
        signInWith(Permissions.JOB_READ);

        UI.getCurrent().navigate("jobs", QueryParameters.of("state", "failed"));
        assertThat(_get(JobCard.class).counts.getText()).startsWith("20 of 80");

        UI.getCurrent().navigate("jobs", QueryParameters.of("job", "verify-audit"));
        assertThat(_get(JobCard.class).counts.getText()).startsWith("30 of 60");

        UI.getCurrent().navigate("jobs", QueryParameters.of("state", "stopped"));
        assertThat(_get(EmptyState.class).getElement().getTextRecursively()).contains("No such run");
    }

    @Test
    void older_runs_follow_when_asked_for() {
        for (int i = 0; i < 40; i++) {
            services.jobs.start(ENROLL);
        }
        open(Permissions.JOB_READ);
        assertThat(_find(JobCard.class)).hasSize(30);

        _click(_get(Button.class, spec -> spec.withText("Show more")));

        assertThat(_find(JobCard.class)).hasSize(40);
    }

    @Test
    void stops_and_resumes_a_run() {
        JobRunId id = services.jobs.start(ENROLL);
        services.jobs.stand(id, JobState.RUNNING, 80, 20);
        open(Permissions.JOB_READ, Permissions.JOB_MANAGE);

        _click(_get(JobCard.class).stop);
        assertThat(services.jobs.status(id).state()).isEqualTo(JobState.STOPPED);

        _click(_get(JobCard.class).restart);
        assertThat(services.jobs.status(id).state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    void starts_a_job_with_what_it_is_told() {
        services.galleries.have("staff", "Staff");
        services.work.uploads.have("staff.zip", 1_000);
        open(MANAGER);

        var dialog = openStart();
        dialog.form.choose("enroll-persons");
        dialog.form.field("folder").show("uploads/staff.zip");
        _click(dialog.start);

        assertThat(services.jobs.list(JobQuery.latest(10)).items())
                .extracting(JobStatus::parameters)
                .containsExactly(Map.of("gallery", "staff", "folder", "uploads/staff.zip", "chunk", "20"));
        assertThat(_get(JobView.class).title()).isEqualTo("Enroll persons, run 1");
    }

    @Test
    void does_not_start_while_something_is_missing() {
        services.galleries.have("staff", "Staff");
        open(MANAGER);

        var dialog = openStart();
        dialog.form.choose("enroll-persons");
        _click(dialog.start);

        assertThat(services.jobs.list(JobQuery.latest(10)).items()).isEmpty();
        assertThat(_get(FileChoice.class).isInvalid()).isTrue();
    }

    @Test
    void asks_for_the_password_where_a_job_wants_it() {
        services.galleries.have("staff", "Staff");
        services.signIns.have("ada", "correct horse battery", false);
        services.jobs.needsStepUp = true;
        open(MANAGER);

        var dialog = openStart();
        dialog.form.choose("enroll-persons");
        dialog.form.field("folder").show("staff");
        _click(dialog.start);
        var again = _get(PasswordAgain.class);
        _setValue(again.password, "correct horse battery");
        _click(again.submit);

        assertThat(services.jobs.list(JobQuery.latest(10)).items()).hasSize(1);
    }

    @Test
    void offers_no_job_that_its_user_may_not_start() {
        open(Permissions.JOB_READ, Permissions.JOB_MANAGE);

        assertThat(openStart().form.kind.getListDataView().getItemCount()).isZero();
    }

    private StartJobDialog openStart() {
        _click(_find(Button.class, spec -> spec.withText("Start a job")).get(0));
        return _get(StartJobDialog.class);
    }

    @Test
    void says_how_fast_it_goes_and_gives_up() {
        services.jobs.put(FakeJobs.run(
                new JobRunId(1),
                "enroll-persons",
                JobState.FAILED,
                Map.of(),
                JobProgress.of(500L, 120, 0, 0, Duration.ofSeconds(60))));
        open(Permissions.JOB_READ, Permissions.JOB_MANAGE);

        assertThat(_get(JobCard.class).counts.getText()).isEqualTo("120 of 500 done · 2.00 a second · 3 min 10 s left");
        _click(_get(JobCard.class).abandon);
        confirm();

        assertThat(services.jobs.status(new JobRunId(1)).state()).isEqualTo(JobState.ABANDONED);
    }

    @Test
    void offers_readers_nothing_to_change() {
        JobRunId id = services.jobs.start(ENROLL);
        services.jobs.stand(id, JobState.RUNNING, 80, 20);

        open(Permissions.JOB_READ);

        assertThat(_get(JobCard.class).stop.isVisible()).isFalse();
        assertThat(_find(Button.class, spec -> spec.withText("Start a job"))).isEmpty();
    }

    @Test
    void says_what_a_job_is_while_there_is_none() {
        open(Permissions.JOB_READ);

        assertThat(_find(EmptyState.class)).hasSize(1);
    }

    private void open(String... permissions) {
        signInWith(permissions);
        UI.getCurrent().navigate(JobsView.class);
    }

    private static void confirm() {
        var dialog = _get(ConfirmDialog.class);
        ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, true));
    }
}
