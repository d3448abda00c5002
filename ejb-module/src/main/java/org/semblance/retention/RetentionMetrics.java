package org.semblance.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.semblance.lifetime.Portion;

/** What an operator watches of purges. */
@ApplicationScoped
public class RetentionMetrics {
    private static final double NANOS_PER_SECOND = 1e9;

    private final MetricRegistry registry;
    private volatile long purgedAt = System.nanoTime();

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected RetentionMetrics() {
        this(null);
    }

    @Inject
    public RetentionMetrics(MetricRegistry registry) {
        this.registry = registry;
    }

    void register() {
        registry.gauge(
                described("retention_purge_age_seconds", "Time since the last purge of any node was done"),
                this,
                metrics -> (System.nanoTime() - metrics.purgedAt) / NANOS_PER_SECOND);
    }

    /** A portion was removed by this node. */
    void purged(String kind, Portion removed) {
        var tag = new Tag("kind", kind);
        registry.counter(described("retention_purged_rows", "Rows or files purged since the start, by kind"), tag)
                .inc(removed.rows());
        registry.counter(described("retention_purged_bytes", "Bytes purged since the start, by kind"), tag)
                .inc(removed.bytes());
    }

    void show(Duration age) {
        purgedAt = System.nanoTime() - age.toNanos();
    }

    private static Metadata described(String name, String description) {
        return Metadata.builder().withName(name).withDescription(description).build();
    }
}
