package org.semblance.ear;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** Faces of photos founding and joining persons over HTTP. */
@ArquillianTest
@RunAsClient
class RecognizeIT {
    private static final String PERSONS = "/api/v1/persons";
    private static final String FACES = "/api/v1/faces/";
    private static final String RECOGNIZE = "/api/v1/recognize";

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
    void a_recognised_face_founds_a_person_and_the_next_photo_joins_them() {
        String gallery = gallery("album-found", "{}");
        String name = DemoPeople.names().get(0);

        JsonObject told = face(recognized(gallery, name, 1, Map.of("gallery", gallery, "store", "false")));
        JsonObject founded = face(recognized(gallery, name, 1, Map.of("gallery", gallery)));
        JsonObject joined = face(recognized(gallery, name, 2, Map.of("gallery", gallery)));

        assertThat(told.getString("status")).isEqualTo("founded");
        assertThat(told.containsKey("face_id")).isFalse();
        assertThat(founded.getString("status")).isEqualTo("founded");
        assertThat(founded.getString("reason")).isEqualTo("nobody-enrolled");
        assertThat(joined.getString("status")).isEqualTo("joined");
        assertThat(joined.getInt("person_id")).isEqualTo(founded.getInt("person_id"));
        assertThat(person(founded.getInt("person_id")).getInt("faces")).isEqualTo(2);
    }

    @Test
    void the_faces_of_a_photo_share_it_until_the_last_is_deleted() {
        String gallery = gallery("album-group", "{}");
        Answer answer =
                admin.upload(RECOGNIZE, TestServer.demo().resolve("groups/group-1.jpg"), Map.of("gallery", gallery));
        List<JsonObject> stored = faces(answer).stream()
                .filter(face -> face.containsKey("face_id"))
                .toList();
        var originals = TestServer.get().data().resolve("images/photos/" + gallery + "/original");

        assertThat(stored).hasSizeGreaterThan(1);
        assertThat(originals).isDirectoryContaining(file -> true);
        stored.forEach(
                face -> assertThat(admin.delete(FACES + face.getInt("face_id")).status())
                        .isEqualTo(204));

        assertThat(originals).satisfiesAnyOf(path -> assertThat(path).doesNotExist(), path -> assertThat(path)
                .isEmptyDirectory());
        assertThat(items(PERSONS + "?gallery=" + gallery)).isEmpty();
    }

    @Test
    void what_becomes_of_strangers_is_a_rule_of_the_gallery() {
        String name = DemoPeople.names().get(1);
        String keeping = gallery("kept", "{\"unknown_faces\": \"keep\"}");
        String dropping = gallery("dropped", "{\"unknown_faces\": \"drop\"}");
        String choosy = gallery("choosy", "{\"min_quality\": 1}");

        JsonObject kept = face(recognized(keeping, name, 1, Map.of("gallery", keeping)));
        JsonObject dropped = face(recognized(dropping, name, 1, Map.of("gallery", dropping)));
        Answer group = admin.upload(
                "/api/v1/recognize", TestServer.demo().resolve("groups/group-3.jpg"), Map.of("gallery", choosy));

        assertThat(kept.getString("status")).isEqualTo("kept");
        assertThat(admin.get(FACES + kept.getInt("face_id")).json().containsKey("person_id"))
                .isFalse();
        assertThat(dropped.getString("status")).isEqualTo("dropped");
        assertThat(faces(group)).allSatisfy(face -> {
            double quality =
                    face.getJsonObject("quality").getJsonNumber("score").doubleValue();
            assertThat(face.getString("reason").equals("face-quality-low")).isEqualTo(quality < 1);
            assertThat(face.containsKey("face_id")).isEqualTo(quality >= 1);
        });
    }

    @Test
    void the_same_new_face_sent_several_times_at_once_founds_one_person() throws Exception {
        String gallery = gallery("album-race", "{}");
        String name = DemoPeople.names().get(2);
        var threads = Executors.newFixedThreadPool(4);
        var persons = new HashSet<Integer>();

        List<Callable<JsonObject>> uploads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            uploads.add(() -> face(recognized(gallery, name, 1, Map.of("gallery", gallery))));
        }
        for (Future<JsonObject> answer : threads.invokeAll(uploads)) {
            persons.add(answer.get().getInt("person_id"));
        }
        threads.shutdownNow();

        assertThat(persons).hasSize(1);
        assertThat(items(PERSONS + "?gallery=" + gallery)).hasSize(1);
    }

    private String gallery(String name, String rules) {
        String given = rules.length() > 2 ? ", " + rules.substring(1) : "}";
        Answer answer =
                admin.post("/api/v1/galleries", "{\"name\": \"%s\", \"threshold\": 0.55".formatted(name) + given);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return name;
    }

    private JsonObject person(int id) {
        return admin.get(PERSONS + "/" + id).json();
    }

    private JsonArray items(String path) {
        Answer answer = admin.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().getJsonArray("items");
    }

    private Answer recognized(String gallery, String name, int picture, Map<String, String> fields) {
        Answer answer = admin.upload(RECOGNIZE, DemoPeople.picture(name, picture), fields);
        assertThat(answer.status()).as(gallery + " " + answer.body()).isEqualTo(200);
        return answer;
    }

    private static JsonObject face(Answer answer) {
        return faces(answer).get(0);
    }

    private static List<JsonObject> faces(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().getJsonArray("faces").getValuesAs(JsonObject.class);
    }
}
