package org.semblance.surveillance.pull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.semblance.TestTransaction;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Sealer;
import org.semblance.platform.net.OutboundSettings;
import org.semblance.platform.net.OutboundStreams;
import org.semblance.platform.net.OutboundTargets;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.CameraWorld;
import org.semblance.surveillance.RecordedEvents;

/** Cameras with sources in a database, and servers that read them. */
final class PullWorld implements AutoCloseable {
    final CameraWorld cameras = new CameraWorld();
    final RecordedEvents events = new RecordedEvents();
    final List<AuditEvent> audited = new CopyOnWriteArrayList<>();
    final FakeIntake intake = new FakeIntake();
    final PullCounts counts = new PullCounts();
    final SourcePasswords passwords;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();

    PullWorld(Path directory) {
        try {
            Path key = directory.resolve("sealing-key");
            Files.writeString(key, Base64.getEncoder().encodeToString(new byte[32]));
            passwords = new SourcePasswords(new Sealer(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CameraSource put(CameraId camera, NewSource source, ExpectedVersion expected) {
        return TestTransaction.in(
                cameras.app(), it -> new SourceStore(it, passwords, new Recorder(), events, Clock.systemUTC())
                        .put(camera, source, expected));
    }

    CameraSource put(CameraId camera, SourceKind kind, String url, double rate) {
        return put(camera, new NewSource(kind, url, rate, null, null, true), ExpectedVersion.ANY);
    }

    SourceStore sources() {
        return new SourceStore(cameras.app(), passwords, new Recorder(), events, Clock.systemUTC());
    }

    ReadingLeases leases() {
        return new ReadingLeases(cameras.app(), events, Clock.systemUTC());
    }

    /** One more server on the same database. */
    Readings server(String node, int most) {
        var settings = new PullSettings(most, Duration.ofSeconds(2));
        var targets = new OutboundTargets(new OutboundSettings(Optional.of(List.of("127.0.0.0/8")), List.of(80)));
        return new Readings(
                leases(),
                passwords,
                new CameraClient(new OutboundStreams(targets, watch), settings),
                new FeedMaker(cameras, intake, counts, node),
                settings);
    }

    /** The lease is over, as if its time had passed. */
    void endLease(CameraId camera) {
        cameras.owner()
                .change(
                        "UPDATE semblance.camera_reading SET leased_until = now() - interval '1 second' WHERE camera_id = ?",
                        camera.value());
    }

    /** A third server reads it. */
    void leaseElsewhere(CameraId camera) {
        cameras.owner().change("""
                        UPDATE semblance.camera_reading
                           SET lease = gen_random_uuid(), node = 'third', leased_until = now() + interval '1 minute'
                         WHERE camera_id = ?
                        """, camera.value());
    }

    void tryAgainNow(CameraId camera) {
        cameras.owner()
                .change("UPDATE semblance.camera_reading SET next_try_at = now() WHERE camera_id = ?", camera.value());
    }

    @Nullable
    String column(CameraId camera, String column) {
        return cameras.owner()
                .list(
                        "SELECT CAST(" + column + " AS text) FROM semblance.camera_reading WHERE camera_id = ?",
                        row -> Optional.ofNullable(row.getString(1)),
                        camera.value())
                .get(0)
                .orElse(null);
    }

    @Override
    public void close() {
        watch.shutdownNow();
        cameras.close();
    }

    private final class Recorder implements AuditLog {
        @Override
        public void record(AuditEvent event) {
            audited.add(event);
        }

        @Override
        public void record(Actor actor, AuditEvent event) {
            audited.add(event);
        }
    }
}
