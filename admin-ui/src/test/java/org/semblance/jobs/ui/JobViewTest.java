package org.semblance.jobs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.jobs.JobEvent;
import org.semblance.jobs.JobItemFailure;
import org.semblance.jobs.JobRequest;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.JobState;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.EmptyState;
import org.semblance.portal.FakeJobs;
import org.semblance.portal.PortalTest;

import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

class JobViewTest extends PortalTest {
    private static final JobRequest ENROLL =
            new JobRequest("enroll-persons", Map.of("gallery", "staff", "folder", "staff"));

    @Test
    void opens_by_its_address_and_tells_what_came_of_it() {
        services.jobs.put(FakeJobs.run(
                new JobRunId(4),
                "enroll-persons",
                JobState.COMPLETED,
                ENROLL.parameters(),
                FakeJobs.progress(3L, 3, 0)));
        services.jobs.events.add(new JobEvent(1, Instant.EPOCH, "asked for by ada"));

        open("jobs/4", Permissions.JOB_READ);

        assertThat(view().title()).isEqualTo("Enroll persons, run 4");
        assertThat(text(view().facts)).contains("ada", "staff");
        assertThat(text(view().log)).contains("asked for by ada");
    }

    @Test
    void follows_the_run_while_it_goes_on() {
        JobRunId id = services.jobs.start(ENROLL);
        open("jobs/1", Permissions.JOB_READ);

        services.jobs.stand(id, JobState.RUNNING, 80, 20);
        services.work.watch.tell(services.jobs.status(id));
        settle();

        assertThat(view().card.counts.getText()).isEqualTo("20 of 80 done");
    }

    @Test
    void lists_what_was_refused_and_does_just_that_again() {
        refusing();
        open("jobs/1", Permissions.JOB_READ, Permissions.JOB_MANAGE);
        assertThat(_size(view().failures.grid)).isEqualTo(2);

        _click(view().failures.retry);

        assertThat(services.jobs.status(new JobRunId(2)).job()).isEqualTo("enroll-persons");
        assertThat(view().title()).isEqualTo("Enroll persons, run 2");
    }

    @Test
    void readers_cannot_have_anything_done() {
        refusing();

        open("jobs/1", Permissions.JOB_READ);

        assertThat(view().failures.retry.isVisible()).isFalse();
        assertThat(view().card.restart.isVisible()).isFalse();
    }

    @Test
    void says_so_when_there_is_no_such_run() {
        open("jobs/99", Permissions.JOB_READ);

        assertThat(_get(EmptyState.class).getElement().getTextRecursively()).contains("There is no such run of a job.");
    }

    @Test
    void is_closed_to_those_who_may_not_read_jobs() {
        services.jobs.start(ENROLL);

        open("jobs/1", Permissions.PERSON_READ);

        assertThat(_find(JobView.class)).isEmpty();
    }

    private void refusing() {
        services.jobs.put(FakeJobs.run(
                new JobRunId(1), "enroll-persons", JobState.COMPLETED, Map.of(), FakeJobs.progress(3L, 3, 2)));
        services.jobs.failures.add(new JobItemFailure(1, "anna/1.jpg", "no-face", "No face"));
        services.jobs.failures.add(new JobItemFailure(2, "anna/2.jpg", "several-faces", "Three faces"));
    }

    private void open(String address, String... permissions) {
        signInWith(permissions);
        UI.getCurrent().navigate(address);
    }

    private static JobView view() {
        return _get(JobView.class);
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
