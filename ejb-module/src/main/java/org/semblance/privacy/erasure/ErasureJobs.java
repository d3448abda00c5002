package org.semblance.privacy.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.semblance.audit.Actor;
import org.semblance.jobs.JobRequest;
import org.semblance.jobs.SystemJobs;

/** Starts a job for each erasure that is due, or whose job has died with its server. */
@ApplicationScoped
public class ErasureJobs {
    private static final int MOST_AT_ONCE = 4;

    private final ErasureRequests requests;
    private final SystemJobs jobs;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ErasureJobs() {
        this(null, null);
    }

    @Inject
    public ErasureJobs(ErasureRequests requests, SystemJobs jobs) {
        this.requests = requests;
        this.jobs = jobs;
    }

    /** Nodes share the work: none is given what another has just taken. */
    public void startDue() {
        for (Erasure erasure : requests.takeDue(MOST_AT_ONCE)) {
            jobs.start(
                    Actor.caller(erasure.requestedBy()),
                    new JobRequest(
                            PersonEraser.JOB, Map.of("erasure", erasure.id().toString())));
        }
    }
}
