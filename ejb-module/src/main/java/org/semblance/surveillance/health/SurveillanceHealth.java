package org.semblance.surveillance.health;

import java.util.List;
import java.util.Optional;
import org.semblance.platform.Page;

/**
 * How all of it is.
 *
 * @param cameras those that the caller may see
 * @param workers the servers that are heard of
 * @param queue frames that wait on all of them
 * @param outage of the cache that servers share; empty while it works
 */
public record SurveillanceHealth(
        Page<CameraHealth> cameras,
        List<Workers.Worker> workers,
        int queue,
        Optional<SteadyHealthCache.Outage> outage) {
    public SurveillanceHealth {
        workers = List.copyOf(workers);
    }
}
