package org.semblance.jobs.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.semblance.jobs.JobOutcomeService;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.NavigationBadge;

/** Runs of jobs that failed and that nobody has seen to. */
@ApplicationScoped
public class FailedJobsBadge implements NavigationBadge {
    private final JobOutcomeService outcomes;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected FailedJobsBadge() {
        this(null);
    }

    @Inject
    public FailedJobsBadge(JobOutcomeService outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public String path() {
        return "jobs";
    }

    @Override
    public String permission() {
        return Permissions.JOB_READ;
    }

    @Override
    public long count() {
        return outcomes.countFailed();
    }

    @Override
    public Badge.Tone tone() {
        return Badge.Tone.BAD;
    }

    @Override
    public String label() {
        return "badge.jobs";
    }

    @Override
    public String channel() {
        return "job_run";
    }
}
