package org.semblance.surveillance.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** What an operator watches of cameras. */
@ApplicationScoped
public class WatchMetrics {
    private final MetricRegistry registry;
    private final CameraWatch watch;
    private final Heartbeat heartbeat;
    private final SteadyHealthCache cache;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected WatchMetrics() {
        this(null, null, null, null);
    }

    @Inject
    public WatchMetrics(MetricRegistry registry, CameraWatch watch, Heartbeat heartbeat, SteadyHealthCache cache) {
        this.registry = registry;
        this.watch = watch;
        this.heartbeat = heartbeat;
        this.cache = cache;
    }

    void register() {
        for (var status : new CameraState.Status[] {CameraState.Status.ONLINE, CameraState.Status.OFFLINE}) {
            registry.gauge(
                    described("cameras", "Enabled cameras, by whether they are heard of"),
                    watch,
                    seen -> seen.count(status),
                    new Tag("status", status.code()));
        }
        registry.gauge(
                described("recognition_queue_frames", "Frames that wait on this server to be recognised"),
                heartbeat,
                Heartbeat::queued);
        registry.gauge(
                described("health_cache_failures", "Times that the health cache could not be used, since the start"),
                cache,
                SteadyHealthCache::failures);
        registry.gauge(
                described("health_cache_degraded", "1 while the health cache fails, 0 while it works"),
                cache,
                steady -> steady.outage().isPresent() ? 1 : 0);
    }

    private static Metadata described(String name, String description) {
        return Metadata.builder().withName(name).withDescription(description).build();
    }
}
