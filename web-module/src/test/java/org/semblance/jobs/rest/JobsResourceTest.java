package org.semblance.jobs.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.Test;
import org.semblance.jobs.JobItemFailure;
import org.semblance.jobs.JobLauncher;
import org.semblance.jobs.JobNotFoundException;
import org.semblance.jobs.JobRequest;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.JobState;
import org.semblance.jobs.JobStatus;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.RestServer;

import static org.assertj.core.api.Assertions.assertThat;

class JobsResourceTest {
    private final FakeJobs jobs = new FakeJobs();
    private final RestServer server = new RestServer(new JobsResource(jobs), new JobFailuresResource(jobs))
            .calledBy("ada", Permissions.JOB_READ, Permissions.JOB_MANAGE);

    @Test
    void starts_a_job_and_says_where_to_watch_it() throws Exception {
        MockHttpResponse response = server.post(
                "/jobs", "{\"job\":\"enroll-persons\",\"parameters\":{\"gallery\":\"staff\",\"folder\":\"photos\"}}");

        assertThat(response.getStatus()).isEqualTo(202);
        assertThat(response.getOutputHeaders().getFirst("Location").toString()).endsWith("/jobs/1");
        assertThat(jobs.started)
                .containsExactly(new JobRequest("enroll-persons", Map.of("gallery", "staff", "folder", "photos")));
    }

    @Test
    void tells_how_a_run_goes() throws Exception {
        jobs.start(new JobRequest("enroll-persons", Map.of("gallery", "staff")));

        assertThat(server.get("/jobs/1").getContentAsString())
                .isEqualTo("{\"created_at\":\"2026-01-02T12:00:00Z\",\"id\":1,\"job\":\"enroll-persons\","
                        + "\"parameters\":{\"gallery\":\"staff\"},\"progress\":{\"done\":3,\"failed\":1,\"total\":10},"
                        + "\"state\":\"running\"}");
    }

    @Test
    void lists_runs_and_failures() throws Exception {
        jobs.start(new JobRequest("enroll-persons", Map.of()));

        assertThat(server.get("/jobs").getContentAsString()).startsWith("{\"items\":[{");
        assertThat(server.get("/jobs/1/failures?after=2&limit=1").getContentAsString())
                .isEqualTo("{\"items\":[{\"code\":\"no-face\",\"id\":3,\"item\":\"a/b.jpg\",\"message\":\"No face\"}],"
                        + "\"next\":3}");
    }

    @Test
    void stops_and_restarts() {
        jobs.start(new JobRequest("enroll-persons", Map.of()));

        assertThat(server.post("/jobs/1/stop", "").getStatus()).isEqualTo(202);
        assertThat(server.post("/jobs/1/restart", "")
                        .getOutputHeaders()
                        .getFirst("Location")
                        .toString())
                .endsWith("/jobs/2");
    }

    @Test
    void an_unknown_run_is_a_problem() throws Exception {
        assertThat(server.get("/jobs/9").getContentAsString()).contains("job-not-found");
    }

    @Test
    void who_may_only_watch_starts_nothing() {
        server.calledBy("eve", Permissions.JOB_READ);

        assertThat(server.post("/jobs", "{\"job\":\"enroll-persons\"}").getStatus())
                .isEqualTo(403);
        assertThat(jobs.started).isEmpty();
    }

    private static final class FakeJobs implements JobLauncher {
        private final List<JobRequest> started = new ArrayList<>();

        @Override
        public JobRunId start(JobRequest request) {
            started.add(request);
            return new JobRunId(started.size());
        }

        @Override
        public JobStatus status(JobRunId id) {
            if (id.value() > started.size()) {
                throw new JobNotFoundException(id);
            }
            JobRequest request = started.get((int) id.value() - 1);
            Instant noon = Instant.parse("2026-01-02T12:00:00Z");
            return new JobStatus(
                    id, request.job(), JobState.RUNNING, request.parameters(), 10L, 3, 1, noon, null, null);
        }

        @Override
        public List<JobStatus> list(int limit) {
            return List.of(status(new JobRunId(1)));
        }

        @Override
        public Page<JobItemFailure> failures(JobRunId id, long after, int limit) {
            var failure = new JobItemFailure(after + limit, "a/b.jpg", "no-face", "No face");
            return new Page<>(List.of(failure), OptionalLong.of(failure.id()));
        }

        @Override
        public void stop(JobRunId id) {
            status(id);
        }

        @Override
        public JobRunId restart(JobRunId id) {
            return start(started.get((int) id.value() - 1));
        }
    }
}
