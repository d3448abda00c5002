package org.semblance.ear;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody whom cameras saw before and after they were known, and whom a job knows, is erased. */
@ArquillianTest
@RunAsClient
class CameraErasureIT {
    private static final String NAME = "Philippa Unvergleichlich";
    private static final String GALLERY = "erased-cameras";
    private static final String FRAMES = "/api/v1/cameras/erased-door/frames";
    private static final String UNKNOWN = "/api/v1/unknown-faces?camera=erased-door";
    private static final String STRANGERS = "/api/v1/strangers?recurring=false&gallery=" + GALLERY;
    private static final String EVENTS = "/api/v1/events/recognitions?camera=erased-door";
    private static final int PATIENCE = 240;

    private ApiClient admin;
    private final String who = DemoPeople.names().get(6);

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @BeforeEach
    void sign_in() {
        admin = ApiClient.administrator();
    }

    @Test
    void nothing_is_left_of_somebody_whom_cameras_saw() throws Exception {
        ok(
                admin.post(
                        "/api/v1/galleries",
                        "{\"name\": \"%s\", \"threshold\": 0.55, \"unknown_faces\": \"keep\"}".formatted(GALLERY)),
                201);
        ok(
                admin.post(
                        "/api/v1/cameras",
                        "{\"name\": \"erased-door\", \"gallery\": \"%s\", \"sighting_seconds\": 0}".formatted(GALLERY)),
                201);
        long files = Traces.files();
        int person = enrolledFromTheQueue();
        assertThat(frame(2).getInt("person")).isEqualTo(person);
        assertThat(frame(1).getInt("person")).isEqualTo(person);
        aJobKnowsThem();
        List<JsonObject> events = items(EVENTS);
        assertThat(events).filteredOn(event -> event.containsKey("person")).hasSize(2);

        Answer asked = ok(admin.post("/api/v1/erasures", "{\"person\": %d}".formatted(person)), 202);
        JsonObject erasure = Traces.ended(admin, asked.header("Location"));

        assertThat(erasure.getString("state")).as(erasure.toString()).isEqualTo("done");
        assertThat(items(EVENTS))
                .hasSameSizeAs(events)
                .noneMatch(event -> event.containsKey("person")
                        || (event.containsKey("sighting")
                                && event.getJsonObject("sighting").containsKey("crop_url")));
        assertThat(items(UNKNOWN)).isEmpty();
        assertThat(items(STRANGERS)).isEmpty();
        assertThat(Traces.files()).isEqualTo(files);
        assertThat(Traces.tables(NAME)).isEmpty();
        assertThat(frame(2).getString("outcome")).isEqualTo("unknown");
        JsonObject stores = ok(admin.get("/api/v1/erasures/" + erasure.getInt("id") + "/report"), 200)
                .json()
                .getJsonObject("report");
        assertThat(stores.toString()).contains("recognition_events", "sighting", "job_item_failure");
    }

    /** First nobody knows them: the camera keeps their face for review, and there they are enrolled. */
    private int enrolledFromTheQueue() {
        assertThat(frame(1).getString("outcome")).isEqualTo("unknown");
        int face = items(UNKNOWN).get(0).getInt("id");
        return ok(
                        admin.post(
                                "/api/v1/unknown-faces/review/enrolment",
                                "{\"faces\": [%d], \"name\": \"%s\"}".formatted(face, NAME)),
                        200)
                .json()
                .getInt("person");
    }

    /** It read a folder of their name, and refused a picture in it. */
    private void aJobKnowsThem() throws IOException, InterruptedException {
        Path folder = TestServer.get().data().resolve("import/erased-people");
        Path own = Files.createDirectories(folder.resolve(NAME));
        Files.copy(TestServer.demo().resolve("no-face/landscape-1.jpg"), own.resolve("nobody.jpg"));
        String run = "/api/v1/jobs/"
                + ok(
                                admin.post(
                                        "/api/v1/jobs",
                                        "{\"job\": \"enroll-persons\", \"parameters\": {\"gallery\": \"%s\", \"folder\": \"erased-people\"}}"
                                                .formatted(GALLERY)),
                                202)
                        .json()
                        .getInt("id");
        for (int i = 0; i < PATIENCE && !admin.get(run).json().containsKey("ended_at"); i++) {
            Thread.sleep(250);
        }
        assertThat(items(run + "/failures"))
                .extracting(failure -> failure.getString("item"))
                .containsExactly(NAME + "/nobody.jpg");
        TestServer.deleteRecursively(folder);
    }

    private JsonObject frame(int picture) {
        return ok(admin.upload(FRAMES, DemoPeople.picture(who, picture), Map.of()), 200)
                .json()
                .getJsonArray("faces")
                .getJsonObject(0);
    }

    private List<JsonObject> items(String path) {
        return ok(admin.get(path), 200).json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static Answer ok(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer;
    }
}
