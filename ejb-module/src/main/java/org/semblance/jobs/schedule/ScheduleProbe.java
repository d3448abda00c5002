package org.semblance.jobs.schedule;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.health.HealthChecks;
import org.semblance.health.HealthProbe;
import org.semblance.health.Remark;

/** Whether what is to be done by the clock is done. Never down: a server that misses a job still answers requests. */
@ApplicationScoped
public class ScheduleProbe implements HealthProbe {
    private final Schedules schedules;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ScheduleProbe() {
        this(null);
    }

    @Inject
    public ScheduleProbe(Schedules schedules) {
        this.schedules = schedules;
    }

    @Override
    public String name() {
        return HealthChecks.SCHEDULES;
    }

    @Override
    public Finding look() {
        try {
            List<String> troubled = schedules.list().stream()
                    .filter(Schedule::isInTrouble)
                    .map(Schedule::name)
                    .toList();
            return troubled.isEmpty()
                    ? Finding.up(Remark.of("well", "Well: every schedule does what it should"))
                    : Finding.degraded(Remark.of(
                            "troubled", "Degraded: look after the schedules %s", String.join(", ", troubled)));
        } catch (EJBException e) {
            return Finding.degraded(Remark.of("unknown", "Degraded: the schedules cannot be read"));
        }
    }
}
