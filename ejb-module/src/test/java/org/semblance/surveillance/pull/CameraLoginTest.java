package org.semblance.surveillance.pull;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.semblance.platform.net.OutboundSettings;
import org.semblance.platform.net.OutboundStreams;
import org.semblance.platform.net.OutboundTargets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Cameras that want to know who asks. */
class CameraLoginTest {
    private static final Login VIEWER = new Login("viewer", "secret");
    private static final String CHALLENGE =
            "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: %s\r\nContent-Length: 0\r\n\r\n";
    private static final String DIGEST = "Digest realm=\"cam\", nonce=\"abc\", qop=\"auth\", algorithm=MD5";

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        watch.shutdownNow();
    }

    @Test
    void proves_a_password_by_digest_and_goes_on_with_the_same_nonce() throws IOException {
        try (var camera = new TestCamera((request, output) -> {
                    if (request.contains("Authorization: Digest username=\"viewer\"")) {
                        TestCamera.picture(output);
                    } else {
                        TestCamera.write(output, CHALLENGE.formatted(DIGEST));
                    }
                });
                var frames = client().frames(SourceKind.SNAPSHOT, camera.uri(), VIEWER)) {
            frames.next(() -> true);
            frames.next(() -> true);

            assertThat(camera.requests()).hasSize(3);
            assertThat(camera.requests().get(0)).doesNotContain("Authorization");
            assertThat(camera.requests().get(1)).contains("uri=\"/video?channel=1\"", "nc=00000001");
            assertThat(camera.requests().get(2)).contains("nc=00000002");
            assertThat(camera.requests()).noneMatch(request -> request.contains("secret"));
        }
    }

    @Test
    void tells_a_password_by_basic_where_nothing_else_is_offered() throws IOException {
        try (var camera = new TestCamera((request, output) -> {
                    if (request.contains("Authorization: Basic dmlld2VyOnNlY3JldA==")) {
                        TestCamera.picture(output);
                    } else {
                        TestCamera.write(output, CHALLENGE.formatted("Basic realm=\"cam\""));
                    }
                });
                var frames = client().frames(SourceKind.SNAPSHOT, camera.uri(), VIEWER)) {
            assertThat(frames.next(() -> true)).hasValue(TestCamera.JPEG);
        }
    }

    @Test
    void asks_twice_and_no_more_with_a_wrong_password() {
        try (var camera = new TestCamera((request, output) -> TestCamera.write(output, CHALLENGE.formatted(DIGEST)))) {
            assertThat(code(camera, VIEWER)).isEqualTo("login-refused");
            assertThat(camera.requests()).hasSize(2);
            assertThat(code(camera, null)).isEqualTo("login-missing");
            assertThat(camera.requests()).hasSize(3);
        }
    }

    private String code(TestCamera camera, @Nullable Login login) {
        try (var frames = client().frames(SourceKind.SNAPSHOT, camera.uri(), login)) {
            Throwable failure = catchThrowable(() -> frames.next(() -> true));
            assertThat(failure).isInstanceOf(IOException.class);
            return SourceFailedException.of((IOException) failure).code();
        }
    }

    private CameraClient client() {
        var local = new OutboundTargets(new OutboundSettings(Optional.of(List.of("127.0.0.0/8")), List.of(80)));
        return new CameraClient(new OutboundStreams(local, watch), new PullSettings(1, Duration.ofSeconds(5)));
    }
}
