package org.semblance.surveillance.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;

/** Tells the other servers what this one hears: once a second, however many frames come. */
@ApplicationScoped
public class Heartbeat {
    static final Duration PAUSE = Duration.ofSeconds(1);

    /** Some beats may fail before a server is taken for dead. */
    private static final Duration LIFE = Duration.ofSeconds(15);

    private final SteadyHealthCache cache;
    private final CameraPulse pulse;
    private final Iterable<RecognitionQueue> queues;
    private final Workers workers;
    private final WatchSettings settings;
    private final Clock clock;
    private final String node;
    private Instant told = Instant.EPOCH;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected Heartbeat() {
        this.cache = null;
        this.pulse = null;
        this.queues = null;
        this.workers = null;
        this.settings = null;
        this.clock = null;
        this.node = null;
    }

    @Inject
    public Heartbeat(
            SteadyHealthCache cache,
            CameraPulse pulse,
            @Any Instance<RecognitionQueue> queues,
            WatchSettings settings,
            Clock clock) {
        this(cache, pulse, queues, settings, new Place(System.getProperty("jboss.node.name", "semblance"), clock));
    }

    Heartbeat(
            SteadyHealthCache cache,
            CameraPulse pulse,
            Iterable<RecognitionQueue> queues,
            WatchSettings settings,
            Place place) {
        this.cache = cache;
        this.pulse = pulse;
        this.queues = queues;
        this.workers = new Workers(cache);
        this.settings = settings;
        this.clock = place.clock();
        this.node = place.node();
    }

    /** A server and its time. */
    record Place(String node, Clock clock) {}

    void beat() {
        Instant now = clock.instant();
        pulse.seenSince(told)
                .forEach((camera, at) -> cache.put(HealthKeys.lastSeen(camera), at.toString(), settings.silence()));
        told = now.minus(PAUSE);
        cache.put(HealthKeys.queue(node), Integer.toString(queued()), LIFE);
        cache.put(HealthKeys.frames(node), Workers.written(pulse.framesInLastMinute()), LIFE);
        cache.put(HealthKeys.heartbeat(node), now.toString(), LIFE);
        int all = workers.list().stream().mapToInt(Workers.Worker::queue).sum();
        cache.put(HealthKeys.QUEUE, Integer.toString(all), LIFE);
    }

    /** Frames that wait on this server. */
    int queued() {
        return StreamSupport.stream(queues.spliterator(), false)
                .mapToInt(RecognitionQueue::size)
                .sum();
    }
}
