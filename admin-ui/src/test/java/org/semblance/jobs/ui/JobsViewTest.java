package org.semblance.jobs.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.jobs.JobItemFailure;
import org.semblance.jobs.JobProgress;
import org.semblance.jobs.JobQuery;
import org.semblance.jobs.JobRequest;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.JobState;
import org.semblance.jobs.JobStatus;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.EmptyState;
import org.semblance.portal.FakeJobs;
import org.semblance.portal.PortalTest;

import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

class JobsViewTest extends PortalTest {
    private static final JobRequest ENROLL =
            new JobRequest("enroll-persons", Map.of("gallery", "staff", "folder", "staff"));

    @Test
    void shows_how_far_a_run_is_without_being_asked_again() {
        JobRunId id = services.jobs.start(ENROLL);
        open(Permissions.JOB_READ);

        services.jobs.stand(id, JobState.RUNNING, 80, 20);
        poll();

        assertThat(_get(JobCard.class).progress.getValue()).isEqualTo(0.25);
        assertThat(_get(JobCard.class).counts.getText()).isEqualTo("20 of 80 done");
    }

    @Test
    void asks_on_news_only_while_nothing_runs() {
        JobRunId id = services.jobs.start(ENROLL);
        open(Permissions.JOB_READ);
        assertThat(UI.getCurrent().getPollInterval()).isPositive();

        services.jobs.stand(id, JobState.COMPLETED, 80, 80);
        poll();

        assertThat(UI.getCurrent().getPollInterval()).isNegative();
    }

    @Test
    void an_address_tells_which_runs_are_meant() {
        JobRunId failed = services.jobs.start(ENROLL);
        services.jobs.stand(failed, JobState.FAILED, 80, 20);
        JobRunId running = services.jobs.start(ENROLL);
        services.jobs.stand(running, JobState.RUNNING, 60, 30);
        signInWith(Permissions.JOB_READ);

        UI.getCurrent().navigate("jobs", QueryParameters.of("state", "failed"));
        assertThat(_get(JobCard.class).counts.getText()).startsWith("20 of 80");

        UI.getCurrent().navigate("jobs", QueryParameters.of("run", running.toString()));
        assertThat(_get(JobCard.class).counts.getText()).startsWith("30 of 60");

        UI.getCurrent().navigate("jobs", QueryParameters.of("state", "stopped"));
        assertThat(_get(EmptyState.class).getElement().getTextRecursively()).contains("No such run");
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
    void starts_to_enroll_a_folder() {
        services.galleries.have("staff", "Staff");
        open(Permissions.JOB_READ, Permissions.JOB_MANAGE, Permissions.GALLERY_READ);

        _click(_get(Button.class, spec -> spec.withText("Enroll a folder")));
        var dialog = _get(StartEnrolmentDialog.class);
        dialog.folder.setValue("staff-2026");
        _click(dialog.start);

        assertThat(services.jobs.list(JobQuery.latest(10)).items())
                .extracting(JobStatus::parameters)
                .containsExactly(Map.of("gallery", "staff", "folder", "staff-2026"));
        assertThat(_find(JobCard.class)).hasSize(1);
    }

    @Test
    void does_not_start_without_a_folder() {
        services.galleries.have("staff", "Staff");
        open(Permissions.JOB_READ, Permissions.JOB_MANAGE, Permissions.GALLERY_READ);

        _click(_get(Button.class, spec -> spec.withText("Enroll a folder")));
        _click(_get(StartEnrolmentDialog.class).start);

        assertThat(services.jobs.list(JobQuery.latest(10)).items()).isEmpty();
        assertThat(_get(StartEnrolmentDialog.class).folder.isInvalid()).isTrue();
    }

    @Test
    void lists_what_a_run_refused() {
        services.jobs.put(FakeJobs.run(
                new JobRunId(1), "enroll-persons", JobState.COMPLETED, Map.of(), FakeJobs.progress(3L, 3, 2)));
        services.jobs.failures.add(new JobItemFailure(1, "anna/1.jpg", "no-face", "No face"));
        services.jobs.failures.add(new JobItemFailure(2, "anna/2.jpg", "several-faces", "Three faces"));
        open(Permissions.JOB_READ);

        _click(_get(JobCard.class).failures);

        assertThat(_size(_get(JobFailuresDialog.class).grid)).isEqualTo(2);
    }

    @Test
    void has_what_was_refused_done_again() {
        services.jobs.put(FakeJobs.run(
                new JobRunId(1), "enroll-persons", JobState.COMPLETED, Map.of(), FakeJobs.progress(3L, 3, 2)));
        open(Permissions.JOB_READ, Permissions.JOB_MANAGE);

        _click(_get(JobCard.class).failures);
        _click(_get(Button.class, spec -> spec.withText("Do these again")));

        assertThat(services.jobs.status(new JobRunId(2)).job()).isEqualTo("enroll-persons");
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

        assertThat(services.jobs.status(new JobRunId(1)).state()).isEqualTo(JobState.ABANDONED);
    }

    @Test
    void offers_readers_nothing_to_change() {
        JobRunId id = services.jobs.start(ENROLL);
        services.jobs.stand(id, JobState.RUNNING, 80, 20);

        open(Permissions.JOB_READ);

        assertThat(_get(JobCard.class).stop.isVisible()).isFalse();
        assertThat(_find(Button.class, spec -> spec.withText("Enroll a folder")))
                .isEmpty();
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

    private static void poll() {
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
    }
}
