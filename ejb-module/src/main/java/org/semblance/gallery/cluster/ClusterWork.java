package org.semblance.gallery.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.semblance.audit.Actor;
import org.semblance.jobs.JobRequest;
import org.semblance.jobs.SystemJobs;

/** Who does a run: the request itself, one at a time and not for long, or a job. */
@ApplicationScoped
public class ClusterWork {
    /** The job that does what is too much for a request; restarted, it goes on after the last face it has compared. */
    public static final String JOB = "cluster-faces";

    private final Clustering clustering;
    private final FaceNeighbours neighbours;
    private final ClusterRuns runs;
    private final SystemJobs jobs;
    private final ClusterSettings settings;
    private final Semaphore turn = new Semaphore(1);

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ClusterWork() {
        this(null, null, null, null, null);
    }

    @Inject
    public ClusterWork(
            Clustering clustering,
            FaceNeighbours neighbours,
            ClusterRuns runs,
            SystemJobs jobs,
            ClusterSettings settings) {
        this.clustering = clustering;
        this.neighbours = neighbours;
        this.runs = runs;
        this.jobs = jobs;
        this.settings = settings;
    }

    /** Does the run, or has a job do it; either way the run says how it ended if it could not. */
    void begin(ClusterRun run) {
        boolean isUnderWay = false;
        try {
            if (!isDone(run)) {
                var execution = jobs.start(
                        Actor.caller(run.startedBy()),
                        new JobRequest(JOB, Map.of("run", run.id().toString())));
                runs.assign(run.id(), execution);
            }
            isUnderWay = true;
        } finally {
            if (!isUnderWay) {
                runs.fail(run.id(), "The request failed; ask again");
            }
        }
    }

    private boolean isDone(ClusterRun run) {
        int most = settings.maxSynchronousFaces();
        if (neighbours.countUnknown(run.galleryId(), most + 1) > most || !turn.tryAcquire()) {
            return false;
        }
        try {
            long end = System.nanoTime() + settings.patience().toNanos();
            BooleanSupplier isLate = () -> System.nanoTime() - end >= 0;
            if (!clustering.compare(run, isLate)) {
                return false;
            }
            clustering.propose(run);
            return true;
        } finally {
            turn.release();
        }
    }
}
