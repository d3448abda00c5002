package org.semblance.surveillance.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.semblance.surveillance.CameraId;

/** The servers that are heard of, and what they tell. */
@ApplicationScoped
public class Workers {
    private final SteadyHealthCache cache;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected Workers() {
        this(null);
    }

    @Inject
    public Workers(SteadyHealthCache cache) {
        this.cache = cache;
    }

    /**
     * A server.
     *
     * @param heartbeat when it was alive
     * @param queue how many frames wait there
     */
    public record Worker(String node, Instant heartbeat, int queue) {}

    /** By name. */
    public List<Worker> list() {
        return cache.keys(HealthKeys.WORKERS).stream()
                .flatMap(key -> HealthKeys.nodeOfHeartbeat(key).stream())
                .flatMap(node -> worker(node).stream())
                .sorted(Comparator.comparing(Worker::node))
                .toList();
    }

    /** Frames of each camera within a minute, of those with any. */
    Map<CameraId, Integer> frames() {
        Map<CameraId, Integer> sums = new HashMap<>();
        for (Worker worker : list()) {
            cache.get(HealthKeys.frames(worker.node())).ifPresent(counts -> read(counts)
                    .forEach((camera, count) -> sums.merge(camera, count, Integer::sum)));
        }
        return sums;
    }

    static String written(Map<CameraId, Integer> frames) {
        return frames.entrySet().stream()
                .map(count -> count.getKey() + "=" + count.getValue())
                .collect(Collectors.joining(","));
    }

    private static Map<CameraId, Integer> read(String counts) {
        Map<CameraId, Integer> frames = new HashMap<>();
        for (String count : counts.split(",", -1)) {
            int middle = count.indexOf('=');
            if (middle > 0) {
                frames.put(
                        new CameraId(Long.parseLong(count.substring(0, middle))),
                        Integer.valueOf(count.substring(middle + 1)));
            }
        }
        return frames;
    }

    private Optional<Worker> worker(String node) {
        int queue = cache.get(HealthKeys.queue(node)).map(Integer::valueOf).orElse(0);
        return cache.get(HealthKeys.heartbeat(node)).map(beat -> new Worker(node, Instant.parse(beat), queue));
    }
}
