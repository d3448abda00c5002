package org.semblance.surveillance.pull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** What an operator watches of cameras that are read. */
@ApplicationScoped
public class PullMetrics {
    private final MetricRegistry registry;
    private final Readings readings;
    private final PullCounts counts;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PullMetrics() {
        this(null, null, null);
    }

    @Inject
    public PullMetrics(MetricRegistry registry, Readings readings, PullCounts counts) {
        this.registry = registry;
        this.readings = readings;
        this.counts = counts;
    }

    void register() {
        registry.gauge(described("cameras_read", "Cameras that this server reads now"), readings, Readings::count);
        for (Fate fate : Fate.values()) {
            registry.gauge(
                    described(
                            "camera_frames_read", "Frames that cameras showed since the start, by what became of them"),
                    counts,
                    all -> all.of(fate),
                    new Tag("fate", fate.code()));
        }
    }

    private static Metadata described(String name, String description) {
        return Metadata.builder().withName(name).withDescription(description).build();
    }
}
