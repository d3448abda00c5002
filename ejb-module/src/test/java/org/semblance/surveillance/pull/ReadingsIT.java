package org.semblance.surveillance.pull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.event.CameraEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.semblance.surveillance.pull.FeedTest.eventually;

/** Two servers on one database read cameras. */
class ReadingsIT {
    @TempDir
    Path directory;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private PullWorld world;
    private CameraId door;
    private Readings first;
    private Readings second;

    @BeforeEach
    void open() {
        world = new PullWorld(directory);
        door = world.cameras.camera("door");
        first = world.server("first", 8);
        second = world.server("second", 8);
    }

    @AfterEach
    void close() throws InterruptedException {
        first.stop();
        second.stop();
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        world.close();
    }

    @Test
    void one_of_them_reads_a_stream_at_the_rate_that_is_wanted() throws Exception {
        try (var camera = TestCamera.stream(10)) {
            world.put(door, SourceKind.MJPEG, camera.uri().toString(), 10);

            long start = System.nanoTime();
            look();
            Thread.sleep(2000);
            look();

            int wanted = wanted(10, start);
            assertThat(camera.mostOpen()).isEqualTo(1);
            assertThat(first.count() + second.count()).isEqualTo(1);
            assertThat(world.intake.taken().size()).isBetween(wanted / 2, wanted + 2);
            assertThat(world.counts.of(Fate.PASSED_OVER)).isGreaterThan(50);
        }
    }

    @Test
    void reads_snapshots_at_the_rate_that_is_wanted() throws Exception {
        try (var camera = TestCamera.snapshots()) {
            world.put(door, SourceKind.SNAPSHOT, camera.uri().toString(), 5);

            long start = System.nanoTime();
            look();
            Thread.sleep(2000);

            int wanted = wanted(5, start);
            assertThat(world.intake.taken().size()).isBetween(wanted / 2, wanted + 2);
            assertThat(camera.requests().size()).isBetween(wanted / 2, wanted + 2);
        }
    }

    @Test
    void one_stops_when_another_holds_the_lease_and_takes_over_only_when_that_is_over() throws Exception {
        try (var camera = TestCamera.stream(10)) {
            world.put(door, SourceKind.MJPEG, camera.uri().toString(), 30);
            first.look(threads);
            eventually(() -> world.intake.taken().size() > 3);
            second.look(threads);
            assertThat(second.count()).isZero();

            world.leaseElsewhere(door);
            look();
            eventually(() -> camera.open() == 0);
            second.look(threads);
            assertThat(second.count()).isZero();

            world.endLease(door);
            second.look(threads);
            assertThat(second.count()).isEqualTo(1);
            int before = world.intake.taken().size();

            eventually(() -> world.intake.taken().size() > before + 3);
            assertThat(camera.mostOpen()).isEqualTo(1);
        }
    }

    @Test
    void a_server_that_cannot_renew_stops_by_itself_before_its_lease_is_over() throws Exception {
        try (var camera = TestCamera.stream(10)) {
            world.put(door, SourceKind.MJPEG, camera.uri().toString(), 30);
            first.look(threads);
            eventually(() -> !world.intake.taken().isEmpty());

            long start = System.nanoTime();
            while (camera.open() > 0) {
                first.expire();
                Thread.sleep(50);
                assertThat(System.nanoTime() - start).isLessThan(Readings.LEASE.toNanos());
            }

            assertThat(System.nanoTime() - start)
                    .isGreaterThan(Readings.LEASE.minusSeconds(6).toNanos());
        }
    }

    @Test
    void stops_within_a_look_when_the_camera_is_disabled_and_goes_by_a_changed_source() throws Exception {
        try (var camera = TestCamera.stream(10);
                var other = TestCamera.stream(10)) {
            world.put(door, SourceKind.MJPEG, camera.uri().toString(), 30);
            first.look(threads);
            eventually(() -> camera.open() == 1);
            world.put(door, SourceKind.MJPEG, other.uri().toString(), 30);
            eventually(() -> {
                first.look(threads);
                return other.open() == 1 && camera.open() == 0;
            });

            world.cameras.enable(door, false);
            first.look(threads);

            eventually(() -> other.open() == 0);
            eventually(() -> first.count() == 0);
        }
    }

    @Test
    void tells_once_that_a_camera_fails_and_once_that_it_is_back() throws Exception {
        var isBroken = new AtomicBoolean(true);
        try (var camera = new TestCamera((request, output) -> answer(output, isBroken.get()))) {
            world.put(door, SourceKind.SNAPSHOT, camera.uri().toString(), 20);
            for (int failures = 1; failures <= 3; failures++) {
                String expected = Integer.toString(failures);
                eventually(() -> {
                    world.tryAgainNow(door);
                    first.look(threads);
                    return Integer.parseInt(String.valueOf(world.column(door, "failures")))
                            >= Integer.parseInt(expected);
                });
            }
            assertThat(world.column(door, "last_error")).isEqualTo("status-500");

            isBroken.set(false);
            eventually(() -> {
                world.tryAgainNow(door);
                first.look(threads);
                return !world.intake.taken().isEmpty();
            });
            eventually(() -> world.column(door, "last_error") == null);

            assertThat(world.events.types())
                    .containsExactly(
                            CameraEvent.Type.CHANGED, CameraEvent.Type.SOURCE_FAILED, CameraEvent.Type.SOURCE_RESTORED);
        }
    }

    @Test
    void a_camera_that_sends_no_pictures_fails() throws Exception {
        try (var camera = new TestCamera(
                (request, output) -> TestCamera.write(output, "HTTP/1.1 200 OK\r\n\r\n<html>Sign in</html>"))) {
            world.put(door, SourceKind.SNAPSHOT, camera.uri().toString(), 20);

            first.look(threads);

            eventually(() -> "no-picture".equals(world.column(door, "last_error")));
            assertThat(world.intake.taken()).isEmpty();
            assertThat(world.counts.of(Fate.UNREADABLE)).isEqualTo(1);
        }
    }

    @Test
    void reads_no_more_cameras_at_once_than_it_may() throws Exception {
        try (var camera = TestCamera.stream(50)) {
            for (int i = 0; i < 6; i++) {
                world.put(
                        world.cameras.camera("yard-" + i),
                        SourceKind.MJPEG,
                        camera.uri().toString(),
                        1);
            }
            var small = world.server("small", 2);

            small.look(threads);
            small.look(threads);

            assertThat(small.count()).isEqualTo(2);
            small.stop();
        }
    }

    private static int wanted(int framesPerSecond, long start) {
        return (int) ((System.nanoTime() - start) * framesPerSecond / TimeUnit.SECONDS.toNanos(1));
    }

    private void look() {
        first.look(threads);
        second.look(threads);
    }

    private static void answer(java.io.OutputStream output, boolean isBroken) throws IOException {
        if (isBroken) {
            TestCamera.write(output, "HTTP/1.1 500 Broken\r\n\r\n");
        } else {
            TestCamera.picture(output);
        }
    }
}
