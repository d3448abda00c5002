package org.semblance.surveillance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** What an operator watches of frames when the database is away, or might be. */
@ApplicationScoped
public class FlowMetrics {
    private static final double MILLIS_PER_SECOND = 1000;

    private final MetricRegistry registry;
    private final FrameSpool spool;
    private final StaffBook staff;
    private final Clock clock;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected FlowMetrics() {
        this(null, null, null, null);
    }

    @Inject
    public FlowMetrics(MetricRegistry registry, FrameSpool spool, StaffBook staff, Clock clock) {
        this.registry = registry;
        this.spool = spool;
        this.staff = staff;
        this.clock = clock;
    }

    void register() {
        registry.gauge(
                described("surveillance_spool_frames", "Frames that wait on this server's disk for the database"),
                spool,
                waiting -> waiting.standing().records());
        registry.gauge(
                described("surveillance_spool_bytes", "What they take there"), spool, waiting -> waiting.standing()
                        .bytes());
        registry.gauge(
                described("surveillance_persons_age_seconds", "How long ago the persons of cameras were read"),
                staff,
                this::age);
    }

    /** 0 before they are read for the first time. */
    private double age(StaffBook book) {
        var at = book.remembered().at();
        return at.toEpochMilli() == 0
                ? 0
                : Duration.between(at, clock.instant()).toMillis() / MILLIS_PER_SECOND;
    }

    private static Metadata described(String name, String description) {
        return Metadata.builder().withName(name).withDescription(description).build();
    }
}
