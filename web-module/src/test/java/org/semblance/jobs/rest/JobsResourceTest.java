package org.semblance.jobs.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.Test;
import org.semblance.audit.Actor;
import org.semblance.jobs.JobEvent;
import org.semblance.jobs.JobItemFailure;
import org.semblance.jobs.JobKind;
import org.semblance.jobs.JobLauncher;
import org.semblance.jobs.JobNotFoundException;
import org.semblance.jobs.JobParameter;
import org.semblance.jobs.JobProgress;
import org.semblance.jobs.JobQuery;
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
    private final RestServer server = new RestServer(
                    new JobsResource(jobs),
                    new JobKindsResource(jobs),
                    new JobResource(jobs),
                    new JobOutcomesResource(jobs))
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
                .isEqualTo("{\"attempt\":1,\"counts\":{\"faces-enrolled\":2},\"created_at\":\"2026-01-02T12:00:00Z\","
                        + "\"id\":1,\"job\":\"enroll-persons\",\"node\":\"node-1\","
                        + "\"parameters\":{\"gallery\":\"staff\"},"
                        + "\"progress\":{\"done\":3,\"failed\":1,\"per_second\":1.5,\"remaining_seconds\":5,\"total\":10},"
                        + "\"requested_by\":\"ada\",\"started_at\":\"2026-01-02T12:00:00Z\",\"state\":\"running\"}");
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
                .endsWith("/jobs/1");
        assertThat(server.post("/jobs/1/abandon", "").getStatus()).isEqualTo(200);
        assertThat(jobs.done).containsExactly("stop 1", "restart 1", "abandon 1");
    }

    @Test
    void does_again_what_was_refused() {
        jobs.start(new JobRequest("enroll-persons", Map.of()));

        MockHttpResponse response = server.post("/jobs/1/failures/retry", "");

        assertThat(response.getStatus()).isEqualTo(202);
        assertThat(response.getOutputHeaders().getFirst("Location").toString()).endsWith("/jobs/2");
    }

    @Test
    void says_what_can_be_started_and_what_happened() throws Exception {
        jobs.start(new JobRequest("enroll-persons", Map.of()));

        assertThat(server.get("/jobs/kinds").getContentAsString())
                .isEqualTo(
                        "{\"items\":[{\"job\":\"enroll-persons\",\"parameters\":[{\"choices\":[],\"name\":\"gallery\","
                                + "\"required\":true,\"type\":\"gallery\"}],\"retries_items\":true}]}");
        assertThat(server.get("/jobs/1/log").getContentAsString()).contains("\"text\":\"Asked for by ada\"");
    }

    @Test
    void lists_by_job_and_state_and_refuses_a_state_that_there_is_not() {
        jobs.start(new JobRequest("enroll-persons", Map.of()));

        server.get("/jobs?job=enroll-persons&state=failed&before=9&limit=5");

        assertThat(jobs.asked).containsExactly(new JobQuery("enroll-persons", JobState.FAILED, 9, 5));
        assertThat(server.get("/jobs?state=lost").getStatus()).isEqualTo(400);
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
        private final List<String> done = new ArrayList<>();
        private final List<JobQuery> asked = new ArrayList<>();

        @Override
        public List<JobKind> kinds() {
            var gallery = JobParameter.required("gallery", JobParameter.Type.GALLERY);
            return List.of(new JobKind("enroll-persons", List.of(gallery), true, Set.of()));
        }

        @Override
        public JobRunId start(JobRequest request) {
            started.add(request);
            return new JobRunId(started.size());
        }

        @Override
        public void check(JobRequest request) {}

        @Override
        public JobStatus status(JobRunId id) {
            if (id.value() > started.size()) {
                throw new JobNotFoundException(id);
            }
            JobRequest request = started.get((int) id.value() - 1);
            Instant noon = Instant.parse("2026-01-02T12:00:00Z");
            return new JobStatus(
                    id,
                    request.job(),
                    JobState.RUNNING,
                    request.parameters(),
                    JobProgress.of(10L, 3, 1, 0, Duration.ofSeconds(2)),
                    Map.of("faces-enrolled", 2L),
                    Actor.user("ada"),
                    "node-1",
                    1,
                    new JobStatus.Times(noon, noon, null, Duration.ofSeconds(2)),
                    null);
        }

        @Override
        public Page<JobStatus> list(JobQuery query) {
            asked.add(query);
            return new Page<>(List.of(status(new JobRunId(1))), OptionalLong.empty());
        }

        @Override
        public Page<JobItemFailure> failures(JobRunId id, long after, int limit) {
            var failure = new JobItemFailure(after + limit, "a/b.jpg", "no-face", "No face");
            return new Page<>(List.of(failure), OptionalLong.of(failure.id()));
        }

        @Override
        public Page<JobEvent> events(JobRunId id, long after, int limit) {
            return new Page<>(List.of(new JobEvent(1, Instant.EPOCH, "Asked for by ada")), OptionalLong.empty());
        }

        @Override
        public void stop(JobRunId id) {
            done.add("stop " + status(id).id());
        }

        @Override
        public void restart(JobRunId id) {
            done.add("restart " + status(id).id());
        }

        @Override
        public void abandon(JobRunId id) {
            done.add("abandon " + status(id).id());
        }

        @Override
        public JobRunId retryFailures(JobRunId id) {
            return start(started.get((int) id.value() - 1));
        }
    }
}
