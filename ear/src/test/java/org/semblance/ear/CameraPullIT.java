package org.semblance.ear;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.semblance.ear.Problems.assertProblem;

/** Cameras that the server reads by itself, and how they are. */
@ArquillianTest
@RunAsClient
class CameraPullIT {
    private static final long PATIENCE_NANOS = 40_000_000_000L;

    private final SnapshotCamera device = new SnapshotCamera();
    private ApiClient admin;
    private String camera;
    private String source;

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @BeforeEach
    void set_up_a_camera() {
        admin = ApiClient.administrator();
        String name = "read-" + System.nanoTime();
        assertThat(admin.post("/api/v1/galleries", "{\"name\": \"%s\"}".formatted(name))
                        .status())
                .isEqualTo(201);
        Answer made = admin.post("/api/v1/cameras", "{\"name\": \"%s\", \"gallery\": \"%s\"}".formatted(name, name));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        camera = "/api/v1/cameras/" + name;
        source = camera + "/source";
    }

    @AfterEach
    void remove_it() {
        admin.delete(source);
        device.close();
    }

    @Test
    void reads_a_camera_that_wants_a_password_and_sees_that_it_falls_silent() throws Exception {
        assertThat(admin.get(camera + "/health").json().getString("status")).isEqualTo("never");
        Answer put =
                put(body("snapshot", device.url("/snapshot"), "\"username\": \"viewer\", \"password\": \"secret\""));
        assertThat(put.status()).as(put.body()).isEqualTo(200);
        assertThat(put.body()).doesNotContain("secret").contains("\"username\":\"viewer\"");

        await(camera + "/health", "status", "online");
        awaitFrames();
        assertThat(admin.get(source).json().getString("node")).isEqualTo("test");
        assertThat(admin.get("/api/v1/surveillance/health").json().getString("cache"))
                .isEqualTo("ok");
        assertThat(admin.get("/api/v1/surveillance/health?limit=1").body()).contains("\"node\":\"test\"");
        assertProblem(admin.get("/api/v1/surveillance/health?limit=0"), 400, "invalid-input");

        assertThat(admin.delete(source).status()).isEqualTo(204);
        await(camera + "/health", "status", "offline");
        assertThat(admin.get("/api/v1/metrics").body()).contains("camera_frames_read", "health_cache_degraded");
    }

    @Test
    void reads_a_stream_and_changes_what_it_reads() throws Exception {
        Answer put = put(body("mjpeg", device.url("/stream"), "\"frames_per_second\": 5"));
        await(camera + "/health", "status", "online");

        Answer changed = admin.put(source, body("mjpeg", device.url("/stream"), "\"on\": false"), "\"1\"");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().getInt("version")).isEqualTo(2);
        assertThat(changed.header("ETag")).isNotEqualTo(put.header("ETag"));
        assertProblem(
                admin.put(source, body("mjpeg", device.url("/stream"), "\"on\": true"), "\"1\""),
                412,
                "version-mismatch");
        assertThat(admin.send(admin.request(source)
                                .header("If-None-Match", admin.get(source).header("ETag"))
                                .GET())
                        .status())
                .isIn(200, 304);
    }

    @Test
    void tries_a_source_and_says_why_it_cannot_be_read() {
        put(body(
                "snapshot",
                device.url("/snapshot"),
                "\"username\": \"viewer\", \"password\": \"wrong\", \"on\": false"));
        JsonObject refused = admin.post(source + "/test", "").json();
        assertThat(refused.getBoolean("readable")).isFalse();
        assertThat(refused.getString("reason")).isEqualTo("login-refused");

        put(body(
                "snapshot",
                device.url("/snapshot"),
                "\"username\": \"viewer\", \"password\": \"secret\", \"on\": false"));
        JsonObject read = admin.post(source + "/test", "").json();
        assertThat(read.getBoolean("readable")).isTrue();
        assertThat(read.getInt("width")).isPositive();
        assertThat(read.getString("media_type")).isEqualTo("image/jpeg");
    }

    @Test
    void refuses_what_makes_no_sense_and_what_leads_inside() {
        assertProblem(put(body("rtsp", device.url("/stream"), "\"on\": true")), 400, "invalid-input");
        assertProblem(put(body("mjpeg", "ftp://camera.example/", "\"on\": true")), 400, "invalid-input");
        assertProblem(put(body("mjpeg", device.url("/"), "\"frames_per_second\": 31")), 400, "invalid-input");
        assertProblem(put(body("mjpeg", device.url("/"), "\"username\": \"viewer\"")), 400, "invalid-input");
        assertProblem(put(body("mjpeg", "http://10.0.0.1/", "\"on\": true")), 422, "address-refused");
        assertProblem(put("{}"), 400, "invalid-input");
        assertProblem(admin.get(source), 404, "camera-source-not-found");
        assertProblem(admin.delete(source), 404, "camera-source-not-found");
        assertProblem(admin.post(source + "/test", ""), 404, "camera-source-not-found");
        assertProblem(admin.get("/api/v1/cameras/none-such/health"), 404, "camera-not-found");
        assertProblem(ApiClient.anonymous().get(source), 401, "token-missing");
        assertProblem(ApiClient.anonymous().get("/api/v1/surveillance/health"), 401, "token-missing");
    }

    private Answer put(String body) {
        return admin.send(
                admin.request(source).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    private static String body(String kind, String url, String more) {
        return "{\"kind\": \"%s\", \"url\": \"%s\", %s}".formatted(kind, url, more);
    }

    /** Servers tell each other what they read with their heartbeats. */
    private void awaitFrames() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (admin.get(camera + "/health").json().getInt("frames_last_minute") == 0) {
            assertThat(System.nanoTime() - end).isNegative();
            Thread.sleep(250);
        }
    }

    private void await(String path, String field, String value) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        Answer answer = admin.get(path);
        while (!answer.json().getString(field, "").equals(value)) {
            assertThat(System.nanoTime() - end).as(answer.body()).isNegative();
            Thread.sleep(250);
            answer = admin.get(path);
        }
    }
}
