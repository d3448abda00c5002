package org.semblance.surveillance.pull;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.semblance.platform.SealBrokenException;
import org.semblance.surveillance.CameraId;

/**
 * The cameras that this server reads. It stops before its lease ends wherever it could not renew it, so that no two
 * servers read the same camera; only a server that was the only one reads on while the database is away.
 */
@ApplicationScoped
public class Readings {
    static final Duration LEASE = Duration.ofSeconds(15);

    /** For what clocks differ by, and for the frame under way. */
    private static final Duration MARGIN = Duration.ofSeconds(3);

    /** So that servers that start together share the cameras. */
    private static final int MOST_AT_A_LOOK = 4;

    private final ReadingLeases leases;
    private final SourcePasswords passwords;
    private final CameraClient client;
    private final FeedMaker feeds;
    private final PullSettings settings;
    private final Map<CameraId, Reading> running = new ConcurrentHashMap<>();
    private final String node;
    private boolean isAlone;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected Readings() {
        this(null, null, null, null, null);
    }

    @Inject
    public Readings(
            ReadingLeases leases,
            SourcePasswords passwords,
            CameraClient client,
            FeedMaker feeds,
            PullSettings settings) {
        this.leases = leases;
        this.passwords = passwords;
        this.client = client;
        this.feeds = feeds;
        this.settings = settings;
        this.node = feeds == null ? "" : feeds.node();
    }

    /** Reads what nobody reads, and no longer what it should not; throws what the database throws while it is away. */
    void look(ExecutorService threads) {
        long asked = System.nanoTime();
        try {
            renew(asked);
            take(threads, asked);
            isAlone = leases.isAlone(node);
        } catch (EJBException | IllegalStateException e) {
            if (isAlone) {
                running.values()
                        .forEach(reading ->
                                reading.extend(asked + LEASE.multipliedBy(2).toNanos()));
            }
            throw e;
        }
    }

    /** Ends what holds its lease no longer; needs no database. */
    void expire() {
        running.values().stream().filter(Reading::isOver).forEach(Reading::stop);
    }

    /** Ends all. */
    void stop() {
        running.values().forEach(Reading::stop);
    }

    /** How many cameras this server reads. */
    int count() {
        return running.size();
    }

    private void renew(long asked) {
        List<UUID> held = running.values().stream()
                .map(reading -> reading.lease().lease())
                .toList();
        Map<UUID, Integer> renewed = leases.renew(held, LEASE);
        for (Reading reading : running.values()) {
            UUID lease = reading.lease().lease();
            if (!held.contains(lease)) {
                continue;
            }
            Integer version = renewed.get(lease);
            if (version == null || version != reading.lease().version()) {
                reading.stop();
            } else {
                reading.extend(asked + LEASE.minus(MARGIN).toNanos());
            }
        }
    }

    private void take(ExecutorService threads, long asked) {
        int free = Math.min(settings.cameras() - running.size(), MOST_AT_A_LOOK);
        if (free <= 0) {
            return;
        }
        for (ReadingLease lease : leases.take(node, free, LEASE)) {
            if (running.containsKey(lease.camera())) {
                // It was just stopped here and is not closed yet; the next look, or another server, reads on.
                leases.free(lease.camera(), lease.lease());
                continue;
            }
            try {
                begin(lease, threads, asked);
            } catch (SealBrokenException e) {
                leases.failed(lease.camera(), lease.lease(), "password-unreadable", BackOff.LONGEST);
            }
        }
    }

    private void begin(ReadingLease lease, ExecutorService threads, long asked) {
        var from = lease.from();
        Login login = passwords.login(lease.camera(), from.username(), from.password());
        Frames frames = client.frames(from.kind(), URI.create(from.url()), login);
        var reading = new Reading(lease, frames, feeds.feed(lease.camera(), threads), leases, feeds.counts());
        reading.extend(asked + LEASE.minus(MARGIN).toNanos());
        running.put(lease.camera(), reading);
        threads.execute(() -> {
            try {
                reading.run();
            } finally {
                running.remove(lease.camera(), reading);
            }
        });
    }
}
