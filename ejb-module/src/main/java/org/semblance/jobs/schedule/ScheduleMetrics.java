package org.semblance.jobs.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** How many schedules people should look after. */
@ApplicationScoped
public class ScheduleMetrics {
    private final MetricRegistry registry;
    private final Schedules schedules;
    private final AtomicInteger missed = new AtomicInteger();
    private final AtomicInteger inTrouble = new AtomicInteger();

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ScheduleMetrics() {
        this(null, null);
    }

    @Inject
    public ScheduleMetrics(MetricRegistry registry, Schedules schedules) {
        this.registry = registry;
        this.schedules = schedules;
    }

    void register() {
        registry.gauge(
                described("job_schedules_missed", "Schedules that did not start what was due"),
                missed,
                AtomicInteger::get);
        registry.gauge(
                described(
                        "job_schedules_in_trouble",
                        "Schedules whose last run failed, could not be started or was missed"),
                inTrouble,
                AtomicInteger::get);
    }

    void look() {
        var all = schedules.list();
        missed.set((int) all.stream().filter(Schedule::isMissed).count());
        inTrouble.set((int) all.stream().filter(Schedule::isInTrouble).count());
    }

    private static Metadata described(String name, String description) {
        return Metadata.builder().withName(name).withDescription(description).build();
    }
}
