package org.semblance.gallery.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.semblance.audit.Actor;
import org.semblance.database.MigratedDatabase;
import org.semblance.identity.Scope;
import org.semblance.jobs.JobRequest;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.JobStatus;
import org.semblance.jobs.SystemJobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who does a run: the request or a job. */
class ClusterWorkIT {
    private static MigratedDatabase database;

    private final FakeJobs jobs = new FakeJobs();
    private ClusterWorld world;

    @BeforeAll
    static void open() {
        database = MigratedDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void new_gallery(TestInfo test) {
        world = new ClusterWorld(
                database.app(), "g" + Integer.toHexString(test.getDisplayName().hashCode()));
        world.faces(world.look(), 3);
    }

    @Test
    void a_request_does_what_is_little() {
        ClusterRun run = begin(3, Duration.ofMinutes(1));

        assertThat(run.state()).isEqualTo(ClusterRun.State.COMPLETED);
        assertThat(run.execution()).isNull();
        assertThat(jobs.started).isEmpty();
    }

    @Test
    void a_job_does_what_is_much() {
        ClusterRun run = begin(2, Duration.ofMinutes(1));

        assertThat(run.state()).isEqualTo(ClusterRun.State.RUNNING);
        assertThat(run.execution()).isEqualTo(new JobRunId(7));
        assertThat(jobs.started).extracting(JobRequest::job).containsExactly("cluster-faces");
        assertThat(jobs.started.get(0).parameters())
                .containsEntry("run", run.id().toString());
    }

    @Test
    void a_job_goes_on_with_what_takes_a_request_too_long() {
        ClusterRun run = begin(3, Duration.ZERO);

        assertThat(run.state()).isEqualTo(ClusterRun.State.RUNNING);
        assertThat(jobs.started).hasSize(1);
    }

    @Test
    void a_run_whose_job_does_not_start_has_failed() {
        jobs.isBroken = true;

        assertThatThrownBy(() -> begin(2, Duration.ofMinutes(1))).hasMessage("no job");

        var runs = world.runs.list(Scope.EVERYWHERE, java.util.Optional.of(world.scope.gallery()), 0, 1);
        assertThat(runs.items()).singleElement().extracting(ClusterRun::state).isEqualTo(ClusterRun.State.FAILED);
    }

    private ClusterRun begin(int most, Duration patience) {
        var settings = new ClusterSettings(most, patience);
        var work = new ClusterWork(world.clustering, world.neighbours, world.runs, jobs, settings);
        var run = world.runs.start(world.scope, new ClusterRequest(world.scope.gallery(), null, 3), "ada");
        work.begin(run);
        return world.runs.find(run.id()).orElseThrow();
    }

    private static final class FakeJobs implements SystemJobs {
        private final List<JobRequest> started = new ArrayList<>();
        private boolean isBroken;

        @Override
        public JobRunId start(Actor actor, JobRequest request) {
            if (isBroken) {
                throw new IllegalStateException("no job");
            }
            started.add(request);
            return new JobRunId(7);
        }

        @Override
        public JobStatus status(JobRunId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isRunning(String job) {
            return false;
        }
    }
}
