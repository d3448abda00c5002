package org.semblance.ear;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** Cameras and what they see, over HTTP. */
@ArquillianTest
@RunAsClient
class CamerasIT {
    private static final String CAMERAS = "/api/v1/cameras";
    private static final String EVENTS = "/api/v1/events/recognitions";

    private ApiClient admin;

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @BeforeEach
    void sign_in() {
        admin = ApiClient.administrator();
    }

    @Test
    void a_camera_is_set_up_changed_and_removed() {
        gallery("cam-life");

        Answer made = camera("life-1", "cam-life", "\"location\": \"Gate\"");
        Answer again = admin.post(CAMERAS, "{\"name\": \"life-1\", \"gallery\": \"cam-life\"}");
        Answer nameless = admin.post(CAMERAS, "{\"gallery\": \"cam-life\"}");
        Answer homeless = admin.post(CAMERAS, "{\"name\": \"life-2\", \"gallery\": \"nowhere\"}");
        Answer changed = admin.put(
                CAMERAS + "/life-1",
                "{\"gallery\": \"cam-life\", \"title\": \"Old gate\", \"sighting_seconds\": 5}",
                "\"1\"");
        Answer outdated = admin.put(CAMERAS + "/life-1", "{\"gallery\": \"cam-life\"}", "\"1\"");
        Answer renamed = admin.put(CAMERAS + "/life-1", "{\"name\": \"x\", \"gallery\": \"cam-life\"}", "*");
        Answer listed = admin.get(CAMERAS);
        Answer kept = admin.delete("/api/v1/galleries/cam-life");
        Answer late = admin.send(
                admin.request(CAMERAS + "/life-1").header("If-Match", "\"1\"").DELETE());
        Answer removed = admin.delete(CAMERAS + "/life-1");

        assertThat(made.json().getString("location")).isEqualTo("Gate");
        assertThat(again.status()).isEqualTo(409);
        assertThat(nameless.status()).isEqualTo(400);
        assertThat(homeless.status()).isEqualTo(404);
        assertThat(changed.json().getString("title")).isEqualTo("Old gate");
        assertThat(changed.json().getInt("version")).isEqualTo(2);
        assertThat(outdated.status()).isEqualTo(412);
        assertThat(renamed.status()).isEqualTo(400);
        assertThat(listed.json().getJsonArray("items").getValuesAs(JsonObject.class))
                .extracting(camera -> camera.getString("name"))
                .contains("life-1");
        assertThat(kept.status()).as(kept.body()).isEqualTo(409);
        assertThat(late.status()).isEqualTo(412);
        assertThat(removed.status()).isEqualTo(204);
        assertThat(admin.get(CAMERAS + "/life-1").status()).isEqualTo(404);
        assertThat(admin.delete("/api/v1/galleries/cam-life").status()).isEqualTo(204);
    }

    @Test
    void somebody_known_at_a_door_is_one_event_however_long_they_stand_there() {
        gallery("cam-known");
        String name = DemoPeople.names().get(0);
        int person = enrolled("cam-known", name);
        camera("known-1", "cam-known", "\"title\": \"Door\"");

        JsonObject first = face(frame("known-1", DemoPeople.picture(name, 2)));
        JsonObject second = face(frame("known-1", DemoPeople.picture(name, 2)));

        assertThat(first.getString("outcome")).isEqualTo("matched");
        assertThat(first.getInt("person")).isEqualTo(person);
        assertThat(first.getString("name")).isEqualTo(name);
        assertThat(first.getBoolean("begins")).isTrue();
        assertThat(second.getBoolean("begins")).isFalse();
        assertThat(second.getString("sighting")).isEqualTo(first.getString("sighting"));
        List<JsonObject> events = items(EVENTS + "?camera=known-1");
        assertThat(events).hasSize(1);
        assertThat(events.get(0).getJsonObject("person").getInt("id")).isEqualTo(person);
        JsonObject sighting =
                admin.get(EVENTS + "/" + events.get(0).getString("id")).json().getJsonObject("sighting");
        assertThat(admin.get(sighting.getString("crop_url")).status()).isEqualTo(200);
    }

    @Test
    void somebody_unknown_is_kept_for_review_with_a_picture() throws IOException {
        gallery("cam-unknown");
        camera("unknown-1", "cam-unknown", "\"title\": \"Door\"");

        JsonObject seen =
                face(frame("unknown-1", DemoPeople.picture(DemoPeople.names().get(3), 1)));

        assertThat(seen.getString("outcome")).isEqualTo("unknown");
        assertThat(items("/api/v1/unknown-faces?camera=unknown-1")).hasSize(1);
        Path pictures = TestServer.get().data().resolve("images/images/unknown");
        try (Stream<Path> files = Files.walk(pictures)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(file -> file.matches("unknown-1_\\d{6}-\\d{3}-[0-9a-f]+\\.png"));
        }
    }

    @Test
    void the_key_of_an_agent_opens_one_door_and_no_other() {
        gallery("cam-keys");
        camera("keys-1", "cam-keys", "\"title\": \"One\"");
        camera("keys-2", "cam-keys", "\"title\": \"Other\"");
        Path picture = DemoPeople.picture(DemoPeople.names().get(1), 1);

        Answer made = admin.post(CAMERAS + "/keys-1/keys", "{\"name\": \"Agent\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        ApiClient agent = ApiClient.withKey(made.json().getString("key"));
        Answer own = agent.upload(CAMERAS + "/keys-1/frames", picture, Map.of());
        Answer other = agent.upload(CAMERAS + "/keys-2/frames", picture, Map.of());
        Answer elsewhere = agent.get(CAMERAS);
        Answer listed = admin.get(CAMERAS + "/keys-1/keys");
        admin.delete(CAMERAS + "/keys-1");
        Answer afterwards = agent.upload(CAMERAS + "/keys-1/frames", picture, Map.of());

        assertThat(own.status()).as(own.body()).isEqualTo(200);
        assertThat(other.status()).isEqualTo(404);
        assertThat(elsewhere.status()).isEqualTo(403);
        assertThat(listed.json().getJsonArray("items")).hasSize(1);
        assertThat(afterwards.status()).isEqualTo(401);
    }

    @Test
    void what_is_wrong_with_a_frame_is_said() throws IOException {
        gallery("cam-wrong");
        camera("wrong-1", "cam-wrong", "\"title\": \"Door\"");
        camera("wrong-2", "cam-wrong", "\"enabled\": false");
        Path picture = DemoPeople.picture(DemoPeople.names().get(1), 1);
        byte[] jpeg = Files.readAllBytes(picture);
        byte[] torn = java.util.Arrays.copyOf(jpeg, 300);

        Answer notTime = admin.upload(CAMERAS + "/wrong-1/frames", picture, Map.of("taken_at", "yesterday"));
        Answer half = admin.upload(
                CAMERAS + "/wrong-1/frames",
                picture,
                Map.of("sent_at", Instant.now().toString()));
        Answer nothing = admin.upload(CAMERAS + "/nobody/frames", picture, Map.of());
        Answer disabled = admin.upload(CAMERAS + "/wrong-2/frames", picture, Map.of());
        Answer text = admin.upload(CAMERAS + "/wrong-1/frames", new byte[] {'h', 'i'}, Map.of());
        Answer corrupt = admin.upload(CAMERAS + "/wrong-1/frames", torn, Map.of());
        Answer skewed = admin.upload(CAMERAS + "/wrong-1/frames", picture, Map.of("taken_at", "2001-01-01T00:00:00Z"));

        assertThat(notTime.status()).isEqualTo(400);
        assertThat(half.status()).isEqualTo(400);
        assertThat(nothing.status()).isEqualTo(404);
        assertThat(disabled.status()).isEqualTo(409);
        assertThat(text.status()).isEqualTo(415);
        assertThat(corrupt.status()).as(corrupt.body()).isEqualTo(422);
        assertThat(skewed.status()).isEqualTo(200);
        assertThat(ApiClient.anonymous()
                        .upload(CAMERAS + "/wrong-1/frames", picture, Map.of())
                        .status())
                .isEqualTo(401);
        assertThat(items("/api/v1/events/cameras?camera=wrong-1"))
                .extracting(event -> event.getString("type"))
                .contains("created", "frame-corrupt", "clock-skewed");
        Instant at = Instant.parse(items(EVENTS + "?camera=wrong-1").get(0).getString("at"));
        assertThat(at).isAfter(Instant.now().minusSeconds(300));
    }

    @Test
    void a_group_before_the_camera_is_several_sightings() {
        gallery("cam-group");
        List<String> in = DemoPeople.inGroup(1);
        in.forEach(name -> enrolled("cam-group", name));
        camera("group-1", "cam-group", "\"min_quality\": 0");

        Answer answer = frame("group-1", TestServer.demo().resolve("groups/group-1.jpg"));

        List<JsonObject> faces = answer.json().getJsonArray("faces").getValuesAs(JsonObject.class);
        assertThat(faces).hasSize(in.size());
        assertThat(Set.copyOf(
                        faces.stream().map(face -> face.getString("sighting")).toList()))
                .hasSize(in.size());
        assertThat(faces.stream().filter(face -> face.containsKey("name")).map(face -> face.getString("name")))
                .isSubsetOf(in);
    }

    private void gallery(String name) {
        Answer answer = admin.post(
                "/api/v1/galleries",
                "{\"name\": \"%s\", \"threshold\": 0.55, \"unknown_faces\": \"keep\"}".formatted(name));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private Answer camera(String name, String gallery, String more) {
        Answer answer =
                admin.post(CAMERAS, "{\"name\": \"%s\", \"gallery\": \"%s\", %s}".formatted(name, gallery, more));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private int enrolled(String gallery, String name) {
        int person = admin.post("/api/v1/persons", "{\"gallery\": \"%s\", \"name\": \"%s\"}".formatted(gallery, name))
                .json()
                .getInt("id");
        Answer answer = admin.upload("/api/v1/persons/" + person + "/faces", DemoPeople.picture(name, 1), Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return person;
    }

    private Answer frame(String camera, Path picture) {
        Answer answer = admin.upload(CAMERAS + "/" + camera + "/frames", picture, Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private List<JsonObject> items(String path) {
        Answer answer = admin.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static JsonObject face(Answer answer) {
        return answer.json().getJsonArray("faces").getJsonObject(0);
    }
}
