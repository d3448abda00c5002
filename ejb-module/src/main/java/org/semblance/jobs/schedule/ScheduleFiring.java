package org.semblance.jobs.schedule;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import org.semblance.audit.Actor;
import org.semblance.jobs.SystemJobs;

/** Starts what is due: the run and the next due time come about together or not at all. */
@Stateless
@LocalBean
@PermitAll
public class ScheduleFiring {
    /** A server that was busy or restarted has missed nothing. */
    private static final Duration PUNCTUAL = Duration.ofMinutes(15);

    private final Schedules schedules;
    private final SystemJobs jobs;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ScheduleFiring() {
        this(null, null);
    }

    @Inject
    public ScheduleFiring(Schedules schedules, SystemJobs jobs) {
        this.schedules = schedules;
        this.jobs = jobs;
    }

    /** Starts a run for one, unless another node does. */
    public void fire(String name) {
        schedules.hold(name).ifPresent(this::fire);
    }

    /** Notes why the job could not be started, and waits for the next due time. */
    public void refuse(String name, String problem) {
        schedules.hold(name).ifPresent(due -> {
            schedules.refused(name, problem);
            reckon(due);
        });
    }

    private void fire(DueSchedule due) {
        var schedule = due.schedule();
        var dueAt = schedule.dueAt();
        if (dueAt != null) {
            boolean isSkipped = schedule.said().catchUp() == CatchUp.SKIP
                    && Duration.between(dueAt, due.now()).compareTo(PUNCTUAL) > 0;
            if (isSkipped || isGoingOn(schedule)) {
                schedules.missed(schedule.name());
            } else {
                schedules.started(
                        schedule.name(),
                        jobs.start(Actor.system(), schedule.said().request()));
            }
        }
        reckon(due);
    }

    private static boolean isGoingOn(Schedule schedule) {
        return schedule.lastState() != null && !schedule.lastState().isFinal();
    }

    private void reckon(DueSchedule due) {
        var schedule = due.schedule();
        schedules.reckon(schedule.name(), schedule.said().cron().next(due.now()).orElse(null));
    }
}
