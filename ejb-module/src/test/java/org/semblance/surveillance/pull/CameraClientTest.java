package org.semblance.surveillance.pull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.semblance.platform.net.OutboundSettings;
import org.semblance.platform.net.OutboundStreams;
import org.semblance.platform.net.OutboundTargets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Cameras of every temper. */
class CameraClientTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        watch.shutdownNow();
    }

    @Test
    void reads_a_snapshot_again_and_again() throws IOException {
        try (var camera = TestCamera.snapshots();
                var frames = client().frames(SourceKind.SNAPSHOT, camera.uri(), null)) {
            assertThat(frames.next(() -> true)).hasValue(TestCamera.JPEG);
            assertThat(frames.next(() -> true)).hasValue(TestCamera.JPEG);

            assertThat(camera.requests())
                    .hasSize(2)
                    .allMatch(request -> request.startsWith("GET /video?channel=1 HTTP/1.1\nHost: 127.0.0.1:"))
                    .noneMatch(request -> request.contains("Authorization"));
        }
    }

    @Test
    void reads_a_stream_over_one_connection() throws IOException {
        try (var camera = TestCamera.stream(5);
                var frames = client().frames(SourceKind.MJPEG, camera.uri(), null)) {
            for (int i = 0; i < 20; i++) {
                assertThat(frames.next(() -> true)).hasValue(TestCamera.JPEG);
            }

            assertThat(camera.requests()).hasSize(1);
        }
    }

    @Test
    void reads_a_stream_in_chunks() throws IOException {
        try (var camera = new TestCamera((request, output) -> {
                    TestCamera.write(
                            output,
                            String.join(
                                    "\r\n",
                                    "HTTP/1.1 200 OK",
                                    "Transfer-Encoding: chunked",
                                    "Content-Type: multipart/x-mixed-replace; boundary=frame",
                                    "",
                                    ""));
                    for (int i = 0; i < 3; i++) {
                        String head = "--frame\r\nContent-Length: 9\r\n\r\n";
                        TestCamera.write(output, Integer.toHexString(head.length()) + "\r\n" + head + "\r\n9\r\n");
                        output.write(TestCamera.JPEG);
                        TestCamera.write(output, "\r\n2;x=y\r\n\r\n\r\n");
                    }
                    TestCamera.write(output, "0\r\n\r\n");
                });
                var frames = client().frames(SourceKind.MJPEG, camera.uri(), null)) {
            assertThat(frames.next(() -> true)).hasValue(TestCamera.JPEG);
            assertThat(frames.next(() -> true)).hasValue(TestCamera.JPEG);
            assertThat(frames.next(() -> true)).hasValue(TestCamera.JPEG);
            assertThat(catchThrowable(() -> frames.next(() -> true))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void follows_no_redirect() {
        try (var inside = TestCamera.snapshots();
                var camera = new TestCamera((request, output) -> TestCamera.write(
                        output, "HTTP/1.1 302 Found\r\nLocation: " + inside.uri() + "\r\nContent-Length: 0\r\n\r\n"))) {
            assertThat(code(camera, SourceKind.SNAPSHOT)).isEqualTo("redirected");
            assertThat(inside.requests()).isEmpty();
        }
    }

    @Test
    void goes_nowhere_where_the_server_does_not_go() throws IOException {
        try (var inside = TestCamera.snapshots()) {
            var settings =
                    new OutboundSettings(Optional.empty(), List.of(inside.uri().getPort()));
            var client = client(new OutboundTargets(settings));

            Throwable refusal = catchThrowable(
                    () -> client.frames(SourceKind.SNAPSHOT, inside.uri(), null).next(() -> true));

            assertThat(refusal)
                    .isInstanceOfSatisfying(SourceFailedException.class, failure -> assertThat(failure.code())
                            .isEqualTo("address-refused"));
            assertThat(inside.requests()).isEmpty();
        }
    }

    @Test
    void a_name_that_leads_elsewhere_at_the_second_call_is_not_followed() throws IOException {
        try (var camera = TestCamera.snapshots()) {
            var lookups = new java.util.concurrent.atomic.AtomicInteger();
            var settings = new OutboundSettings(
                    Optional.of(List.of("127.0.0.0/8")), List.of(camera.uri().getPort()));
            var client = client(new OutboundTargets(settings, host -> new InetAddress[] {
                InetAddress.getByName(lookups.getAndIncrement() == 0 ? "127.0.0.1" : "169.254.169.254")
            }));
            var uri = URI.create("http://camera.example:" + camera.uri().getPort() + "/");

            try (var frames = client.frames(SourceKind.SNAPSHOT, uri, null)) {
                assertThat(frames.next(() -> true)).hasValue(TestCamera.JPEG);
                assertThat(catchThrowable(() -> frames.next(() -> true)))
                        .hasMessageContaining("semblance.outbound.allow");
            }
        }
    }

    @Test
    void leaves_cameras_that_hang_drip_or_babble_within_the_time_granted() {
        TestCamera.Behaviour hanging = (request, output) -> Thread.sleep(20_000);
        TestCamera.Behaviour dripping = (request, output) -> drip(output, "HTTP/1.1 200 OK\r\nX: ");
        TestCamera.Behaviour silentAfterHead = (request, output) -> {
            TestCamera.write(output, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nsome");
            Thread.sleep(20_000);
        };
        TestCamera.Behaviour drippingBody = (request, output) -> {
            TestCamera.write(output, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            drip(output, "x");
        };
        for (var behaviour : List.of(hanging, dripping, silentAfterHead, drippingBody)) {
            try (var camera = new TestCamera(behaviour)) {
                long start = System.nanoTime();

                assertThat(code(camera, SourceKind.SNAPSHOT)).isEqualTo("too-slow");

                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT.multipliedBy(5));
            }
        }
    }

    @Test
    void leaves_streams_that_hang_or_drip_in_the_middle_of_a_picture() {
        String begun = "HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=b\r\n\r\n--b\r\n\r\n";
        TestCamera.Behaviour hanging = (request, output) -> {
            TestCamera.write(output, begun);
            Thread.sleep(20_000);
        };
        TestCamera.Behaviour dripping = (request, output) -> drip(output, begun);
        for (var behaviour : List.of(hanging, dripping)) {
            try (var camera = new TestCamera(behaviour)) {
                assertThat(code(camera, SourceKind.MJPEG)).isEqualTo("too-slow");
            }
        }
    }

    @Test
    void takes_no_more_than_a_picture_may_have_and_no_endless_head() {
        TestCamera.Behaviour endless = (request, output) -> {
            TestCamera.write(output, "HTTP/1.1 200 OK\r\n\r\n");
            byte[] block = new byte[1 << 20];
            while (true) {
                output.write(block);
            }
        };
        TestCamera.Behaviour endlessHead = (request, output) -> {
            while (true) {
                output.write("X: y\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        };
        try (var large = new TestCamera(endless);
                var heady = new TestCamera(endlessHead)) {
            assertThat(code(large, SourceKind.SNAPSHOT)).isEqualTo("too-large");
            assertThat(code(heady, SourceKind.SNAPSHOT)).isEqualTo("garbled");
        }
    }

    @Test
    void says_what_else_is_wrong() throws IOException {
        TestCamera.Behaviour missing = (request, output) -> TestCamera.write(output, "HTTP/1.1 404 None\r\n\r\n");
        TestCamera.Behaviour closing = (request, output) -> {};
        TestCamera.Behaviour breaking =
                (request, output) -> TestCamera.write(output, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nsome");
        URI nowhere;
        try (var camera = new TestCamera(missing)) {
            assertThat(code(camera, SourceKind.SNAPSHOT)).isEqualTo("status-404");
            nowhere = camera.uri();
        }
        try (var camera = new TestCamera(closing)) {
            assertThat(code(camera, SourceKind.SNAPSHOT)).isEqualTo("garbled");
        }
        try (var camera = new TestCamera(breaking)) {
            assertThat(code(camera, SourceKind.SNAPSHOT)).isEqualTo("garbled");
        }
        try (var camera = TestCamera.snapshots()) {
            assertThat(code(camera, SourceKind.MJPEG)).isEqualTo("garbled");
        }
        try (var frames = client().frames(SourceKind.SNAPSHOT, nowhere, null)) {
            Throwable failure = catchThrowable(() -> frames.next(() -> true));
            assertThat(SourceFailedException.of((IOException) failure).code()).isEqualTo("unreachable");
        }
    }

    @Test
    void a_read_under_way_ends_when_it_is_closed() throws Exception {
        try (var camera = new TestCamera((request, output) -> {
            TestCamera.write(output, "HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=b\r\n\r\n");
            Thread.sleep(20_000);
        })) {
            var frames = new CameraClient(
                            new OutboundStreams(local(), watch), new PullSettings(1, Duration.ofSeconds(30)))
                    .frames(SourceKind.MJPEG, camera.uri(), null);
            var reading = Executors.newSingleThreadExecutor();
            var end = reading.submit(() -> catchThrowable(() -> frames.next(() -> true)));
            Thread.sleep(300);

            frames.close();

            assertThat(end.get(3, java.util.concurrent.TimeUnit.SECONDS)).isInstanceOf(IOException.class);
            assertThat(catchThrowable(() -> frames.next(() -> true))).isInstanceOf(IOException.class);
            reading.shutdownNow();
        }
    }

    private String code(TestCamera camera, SourceKind kind) {
        try (var frames = client().frames(kind, camera.uri(), null)) {
            Throwable failure = catchThrowable(() -> frames.next(() -> true));
            assertThat(failure).isInstanceOf(IOException.class);
            return SourceFailedException.of((IOException) failure).code();
        }
    }

    private static void drip(java.io.OutputStream output, String begun) throws IOException, InterruptedException {
        TestCamera.write(output, begun);
        while (true) {
            TestCamera.write(output, "x");
            Thread.sleep(50);
        }
    }

    private CameraClient client() {
        return client(local());
    }

    private CameraClient client(OutboundTargets targets) {
        return new CameraClient(new OutboundStreams(targets, watch), new PullSettings(1, TIMEOUT));
    }

    private static OutboundTargets local() {
        return new OutboundTargets(new OutboundSettings(Optional.of(List.of("127.0.0.0/8")), List.of(80)));
    }
}
