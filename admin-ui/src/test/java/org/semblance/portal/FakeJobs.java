package org.semblance.portal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.Actor;
import org.semblance.jobs.JobEvent;
import org.semblance.jobs.JobItemFailure;
import org.semblance.jobs.JobKind;
import org.semblance.jobs.JobLauncher;
import org.semblance.jobs.JobNotFoundException;
import org.semblance.jobs.JobProgress;
import org.semblance.jobs.JobQuery;
import org.semblance.jobs.JobRequest;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.JobState;
import org.semblance.jobs.JobStatus;
import org.semblance.platform.Page;

/** Runs of jobs that stand where the test puts them. */
public class FakeJobs implements JobLauncher {
    private final Map<Long, JobStatus> runs = new TreeMap<>(java.util.Comparator.reverseOrder());
    public final List<JobItemFailure> failures = new ArrayList<>();

    @Override
    public List<JobKind> kinds() {
        return List.of(new JobKind("enroll-persons", List.of(), true));
    }

    @Override
    public JobRunId start(JobRequest request) {
        var id = new JobRunId(runs.size() + 1L);
        put(run(id, request.job(), JobState.QUEUED, request.parameters(), progress(null, 0, 0)));
        return id;
    }

    @Override
    public void check(JobRequest request) {}

    @Override
    public JobStatus status(JobRunId id) {
        JobStatus status = runs.get(id.value());
        if (status == null) {
            throw new JobNotFoundException(id);
        }
        return status;
    }

    @Override
    public Page<JobStatus> list(JobQuery query) {
        var found = runs.values().stream()
                .filter(run -> query.state() == null || run.state() == query.state())
                .limit(query.limit());
        return new Page<>(found.toList(), OptionalLong.empty());
    }

    @Override
    public Page<JobItemFailure> failures(JobRunId id, long after, int limit) {
        var fetched = failures.stream()
                .filter(failure -> failure.id() > after)
                .limit(Page.fetchSize(limit))
                .toList();
        return Page.of(fetched, limit, JobItemFailure::id);
    }

    @Override
    public Page<JobEvent> events(JobRunId id, long after, int limit) {
        return new Page<>(List.of(), OptionalLong.empty());
    }

    @Override
    public void stop(JobRunId id) {
        stand(id, JobState.STOPPED, 100, 40);
    }

    @Override
    public void restart(JobRunId id) {
        stand(id, JobState.QUEUED, 100, 40);
    }

    @Override
    public void abandon(JobRunId id) {
        stand(id, JobState.ABANDONED, 100, 40);
    }

    @Override
    public JobRunId retryFailures(JobRunId id) {
        return start(new JobRequest(status(id).job(), status(id).parameters()));
    }

    public void put(JobStatus status) {
        runs.put(status.id().value(), status);
    }

    /** Puts a run into a state with so many of so many items done. */
    public void stand(JobRunId id, JobState state, long total, long done) {
        JobStatus old = status(id);
        put(run(id, old.job(), state, old.parameters(), progress(total, done, 0)));
    }

    /** A run that stands so, for a test that puts it. */
    public static JobStatus run(
            JobRunId id, String job, JobState state, Map<String, String> parameters, JobProgress progress) {
        return new JobStatus(
                id,
                job,
                state,
                parameters,
                progress,
                Map.of(),
                Actor.user("ada"),
                null,
                1,
                new JobStatus.Times(Instant.EPOCH, null, null, Duration.ZERO),
                null);
    }

    public static JobProgress progress(@Nullable Long total, long done, long failed) {
        return new JobProgress(total, done, failed, null, null);
    }
}
