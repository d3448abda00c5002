package org.semblance.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.JobItemFailure;
import org.semblance.jobs.JobLauncher;
import org.semblance.jobs.JobNotFoundException;
import org.semblance.jobs.JobRequest;
import org.semblance.jobs.JobState;
import org.semblance.jobs.JobStatus;
import org.semblance.platform.Page;

/** Runs of jobs that stand where the test puts them. */
public class FakeJobs implements JobLauncher {
    private final Map<Long, JobStatus> runs = new TreeMap<>(java.util.Comparator.reverseOrder());
    public final List<JobItemFailure> failures = new ArrayList<>();

    @Override
    public JobRunId start(JobRequest request) {
        var id = new JobRunId(runs.size() + 1L);
        put(new JobStatus(
                id, request.job(), JobState.STARTING, request.parameters(), null, 0, 0, Instant.EPOCH, null, null));
        return id;
    }

    @Override
    public JobStatus status(JobRunId id) {
        JobStatus status = runs.get(id.value());
        if (status == null) {
            throw new JobNotFoundException(id);
        }
        return status;
    }

    @Override
    public List<JobStatus> list(int limit) {
        return runs.values().stream().limit(limit).toList();
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
    public void stop(JobRunId id) {
        stand(id, JobState.STOPPED, 100, 40);
    }

    @Override
    public JobRunId restart(JobRunId id) {
        return start(new JobRequest(status(id).job(), status(id).parameters()));
    }

    public void put(JobStatus status) {
        runs.put(status.id().value(), status);
    }

    /** Puts a run into a state with so many of so many items done. */
    public void stand(JobRunId id, JobState state, long total, long done) {
        JobStatus old = status(id);
        put(new JobStatus(id, old.job(), state, old.parameters(), total, done, 0, old.createdAt(), null, null));
    }
}
