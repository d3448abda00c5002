package org.semblance.ear;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.database.MigratedDatabase;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.semblance.ear.Problems.assertProblem;

/** The queue of unknown faces, what people decide of it, and learned faces, over HTTP. */
@ArquillianTest
@RunAsClient
class UnknownFacesIT {
    private static final String FACES = "/api/v1/unknown-faces";
    private static final String STRANGERS = "/api/v1/strangers";
    private static final String REVIEW = FACES + "/review/";
    private static final String NOBODY = "{\"faces\": [999999999999]}";

    private ApiClient admin;
    private String gallery = "";
    private String camera = "";
    private long cameraId;

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @BeforeEach
    void watch_a_door() throws SQLException {
        admin = ApiClient.administrator();
        gallery = "unknown-" + UUID.randomUUID();
        camera = "cam-" + UUID.randomUUID();
        Answer made = admin.post(
                "/api/v1/galleries",
                "{\"name\": \"%s\", \"unknown_faces\": \"keep\", \"min_faces\": 3}".formatted(gallery));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        Answer watched =
                admin.post("/api/v1/cameras", "{\"name\": \"%s\", \"gallery\": \"%s\"}".formatted(camera, gallery));
        assertThat(watched.status()).as(watched.body()).isEqualTo(201);
        cameraId = number("SELECT id FROM semblance.camera WHERE name = '" + camera + "'");
    }

    @Test
    void who_recurs_is_listed_once_with_the_best_picture() throws SQLException {
        long stranger = stranger();
        long first = seen(stranger, 0, 1);
        long second = seen(stranger, 0, 2);
        seen(stranger(), 1, 1);

        JsonObject recurring = admin.get(STRANGERS + "?gallery=" + gallery).json();
        JsonObject all =
                admin.get(STRANGERS + "?recurring=false&gallery=" + gallery).json();
        JsonObject one = admin.get(STRANGERS + "/" + stranger).json();

        assertThat(recurring.getJsonArray("items")).hasSize(1);
        assertThat(all.getJsonArray("items")).hasSize(2);
        assertThat(one.getInt("sightings")).isEqualTo(2);
        assertThat(one.getInt("waiting")).isEqualTo(2);
        assertThat(one.getBoolean("recurring")).isTrue();
        assertThat(admin.get(one.getJsonObject("best").getString("crop_url")).status())
                .isEqualTo(200);
        assertThat(ids(FACES + "?stranger=" + stranger)).containsExactly(second, first);
        assertThat(ids(FACES + "?recurring=true&state=new&camera=" + camera)).containsExactly(second, first);
        assertThat(ids(FACES + "?from=2020-01-01T00:00:00Z&to=2021-01-01T00:00:00Z&gallery=" + gallery))
                .isEmpty();
        JsonObject page = admin.get(FACES + "?limit=2&gallery=" + gallery).json();
        assertThat(ids(FACES + "?limit=2&gallery=" + gallery + "&before=" + page.getInt("next")))
                .containsExactly(first);
        assertThat(admin.get(FACES + "/" + first).json().getString("state")).isEqualTo("new");
    }

    @Test
    void what_cannot_be_listed_says_why() {
        assertProblem(admin.get(FACES + "?gallery=nowhere"), 404, "gallery-not-found");
        assertProblem(admin.get(STRANGERS + "?gallery=nowhere"), 404, "gallery-not-found");
        assertProblem(admin.get(FACES + "?state=lost"), 400, "invalid-input");
        assertProblem(admin.get(FACES + "?from=yesterday"), 400, "invalid-input");
        assertProblem(admin.get(FACES + "?limit=0"), 400, "invalid-input");
        assertProblem(admin.get(STRANGERS + "?state=lost"), 400, "invalid-input");
        assertProblem(admin.get(FACES + "/999999999999"), 404, "face-not-found");
        assertProblem(admin.get(STRANGERS + "/999999999999"), 404, "stranger-not-found");
    }

    @Test
    void a_stranger_becomes_somebody_new_who_is_not_recognisable_yet() throws SQLException {
        long stranger = stranger();
        long face = seen(stranger, 2, 1);
        seen(stranger, 2, 2);

        Answer made = admin.post(
                REVIEW + "enrolment", "{\"strangers\": [%d], \"name\": \"Grace Hopper\"}".formatted(stranger));

        assertThat(made.status()).as(made.body()).isEqualTo(200);
        assertThat(made.json().getJsonArray("faces")).hasSize(2);
        assertThat(made.json().getBoolean("recognisable")).isFalse();
        assertThat(made.json().getInt("missing_faces")).isEqualTo(1);
        JsonObject enrolled = admin.get(FACES + "/" + face).json();
        assertThat(enrolled.getString("state")).isEqualTo("enrolled");
        assertThat(enrolled.getString("decided_by")).isEqualTo("admin");
        assertThat(enrolled.getInt("person_id")).isEqualTo(made.json().getInt("person"));
        assertThat(admin.get(STRANGERS + "/" + stranger).json().getString("state"))
                .isEqualTo("known");
        assertProblem(
                admin.post(REVIEW + "enrolment", "{\"strangers\": [%d]}".formatted(stranger)),
                409,
                "unknown-face-decided");
        assertProblem(admin.post(REVIEW + "enrolment", NOBODY), 404, "face-not-found");
        assertProblem(admin.post(REVIEW + "enrolment", "{}"), 400, "invalid-input");
    }

    @Test
    void a_face_is_suggested_for_whom_it_looks_like_and_assigned_to_them() throws SQLException {
        long anna = person(3, 1);
        long face = seen(stranger(), 3, 1);
        long unlike = seen(stranger(), 4, 1);

        JsonObject suggestion = admin.get(FACES + "/" + face).json().getJsonObject("suggestion");
        Answer assigned = admin.post(
                REVIEW + "assignment", "{\"faces\": [%d, 999999999999], \"person\": %d}".formatted(face, anna));

        assertThat(suggestion.getInt("person_id")).isEqualTo((int) anna);
        assertThat(admin.get(FACES + "/" + unlike).json().containsKey("suggestion"))
                .isFalse();
        assertThat(assigned.status()).as(assigned.body()).isEqualTo(200);
        assertThat(assigned.json().getJsonArray("faces").getInt(0)).isEqualTo((int) face);
        assertThat(assigned.json().getJsonArray("refused").getJsonObject(0).getString("code"))
                .isEqualTo("face-not-found");
        assertThat(admin.get("/api/v1/faces/" + face).json().getString("assigned_by"))
                .isEqualTo("people");
        assertProblem(
                admin.post(REVIEW + "assignment", "{\"faces\": [%d], \"person\": 999999999999}".formatted(unlike)),
                404,
                "person-not-found");
        long bert = person(5, 1);
        Answer late = admin.post(REVIEW + "assignment", "{\"faces\": [%d], \"person\": %d}".formatted(face, bert));
        assertProblem(late, 409, "unknown-face-decided");
        assertThat(late.body()).contains("by admin");

        long change = admin.get("/api/v1/persons/" + anna + "/changes")
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getInt("id");
        assertThat(admin.post("/api/v1/persons/changes/" + change + "/undo", "").status())
                .isEqualTo(200);
        assertThat(admin.get(FACES + "/" + face).json().getString("state")).isEqualTo("new");
    }

    @Test
    void a_stranger_is_dismissed_and_brought_back() throws SQLException {
        long stranger = stranger();
        long face = seen(stranger, 0, 1);
        String both = "{\"strangers\": [%d]}".formatted(stranger);

        assertThat(admin.post(REVIEW + "dismissal", both).status()).isEqualTo(200);
        assertThat(admin.get(FACES + "/" + face).json().getString("state")).isEqualTo("dismissed");
        assertThat(admin.post(REVIEW + "restoration", both).status()).isEqualTo(200);
        assertThat(admin.get(FACES + "/" + face).json().getString("state")).isEqualTo("new");
        assertProblem(admin.post(REVIEW + "dismissal", NOBODY), 404, "face-not-found");
        assertProblem(admin.post(REVIEW + "restoration", NOBODY), 404, "face-not-found");
        assertProblem(admin.post(REVIEW + "dismissal", "{}"), 400, "invalid-input");
    }

    @Test
    void not_this_person_is_suggested_no_more_and_cannot_be_assigned() throws SQLException {
        long anna = person(3, 1);
        long face = seen(stranger(), 3, 1);
        String body = "{\"faces\": [%d], \"person\": %d}".formatted(face, anna);

        Answer rejected = admin.post(REVIEW + "rejection", body);

        assertThat(rejected.status()).as(rejected.body()).isEqualTo(200);
        assertThat(admin.get(FACES + "/" + face).json().containsKey("suggestion"))
                .isFalse();
        assertProblem(admin.post(REVIEW + "assignment", body), 409, "face-rejected");
        assertProblem(
                admin.post(REVIEW + "rejection", "{\"faces\": [999999999999], \"person\": %d}".formatted(anna)),
                404,
                "face-not-found");
    }

    @Test
    void who_may_review_but_not_enroll_and_the_other_way_round() throws SQLException {
        long anna = person(3, 1);
        long face = seen(stranger(), 4, 1);
        String body = "{\"faces\": [%d], \"person\": %d}".formatted(face, anna);

        assertProblem(
                TestUsers.withRole("security-operator").post(REVIEW + "assignment", body), 403, "permission-missing");
        assertProblem(TestUsers.withRole("enroller").post(REVIEW + "assignment", body), 403, "permission-missing");
        assertThat(TestUsers.withRole("security-operator", gallery)
                        .post(REVIEW + "dismissal", "{\"faces\": [%d]}".formatted(face))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_a_camera_learned_says_why_and_is_taken_back() throws SQLException {
        long anna = person(3, 1);
        String learned = "/api/v1/persons/" + anna + "/learned-faces";
        learn(anna);

        JsonObject why = admin.get(learned).json().getJsonArray("items").getJsonObject(0);
        assertThat(why.getString("camera")).isEqualTo(camera);
        assertThat(why.getJsonNumber("confidence").doubleValue()).isEqualTo(0.81);
        assertThat(admin.get(why.getString("crop_url")).status()).isEqualTo(200);
        assertThat(admin.delete(learned).json().getInt("removed")).isEqualTo(1);
        assertThat(admin.get(learned).json().getJsonArray("items")).isEmpty();

        learn(anna);
        assertThat(admin.delete("/api/v1/cameras/" + camera + "/learned-faces")
                        .json()
                        .getInt("removed"))
                .isEqualTo(1);
        assertProblem(admin.get(learned + "?limit=0"), 400, "invalid-input");
        assertProblem(admin.delete("/api/v1/persons/999999999999/learned-faces"), 404, "person-not-found");
        assertProblem(admin.delete("/api/v1/cameras/nowhere/learned-faces"), 404, "camera-not-found");
    }

    private void learn(long person) throws SQLException {
        long face = kept(3, 1);
        number("UPDATE semblance.face SET person_id = " + person + ", assigned_by = 'learned' WHERE id = " + face
                + " RETURNING id");
        number("INSERT INTO semblance.learned_face VALUES (" + face + ", " + cameraId
                + ", gen_random_uuid(), 0.81, 0.8, 0.2, 0.6, 0.9, NULL, 'starter/embedder_512', now())"
                + " RETURNING face_id");
    }

    private long stranger() throws SQLException {
        return number("INSERT INTO semblance.stranger (gallery_id, first_seen, last_seen, sightings)"
                + " SELECT gallery_id, now(), now(), 1 FROM semblance.camera WHERE id = " + cameraId
                + " RETURNING id");
    }

    /** A picture of one of the invented people, as if the camera had taken it. */
    private long seen(long stranger, int who, int picture) throws SQLException {
        long face = kept(who, picture);
        number("INSERT INTO semblance.unknown_face (face_id, camera_id, stranger_id, sighting, seen_at) VALUES (" + face
                + ", " + cameraId + ", " + stranger + ", gen_random_uuid(), now()) RETURNING face_id");
        number("UPDATE semblance.stranger SET sightings = (SELECT count(*) FROM semblance.unknown_face"
                + " WHERE stranger_id = stranger.id) WHERE id = " + stranger + " RETURNING id");
        return face;
    }

    private long kept(int who, int picture) {
        Answer kept = admin.upload(
                "/api/v1/recognize",
                DemoPeople.picture(DemoPeople.names().get(who), picture),
                Map.of("gallery", gallery));
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        return kept.json()
                .getJsonArray("faces")
                .getJsonObject(0)
                .getJsonNumber("face_id")
                .longValue();
    }

    private long person(int who, int picture) {
        long person = admin.post("/api/v1/persons", "{\"gallery\": \"%s\", \"name\": \"Anna\"}".formatted(gallery))
                .json()
                .getJsonNumber("id")
                .longValue();
        Answer face = admin.upload(
                "/api/v1/persons/" + person + "/faces",
                DemoPeople.picture(DemoPeople.names().get(who), picture),
                Map.of());
        assertThat(face.status()).as(face.body()).isEqualTo(201);
        return person;
    }

    private List<Long> ids(String address) {
        return admin.get(address).json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getJsonNumber("id").longValue())
                .toList();
    }

    private static long number(String sql) throws SQLException {
        try (var connection = TestServer.get()
                        .database()
                        .as(MigratedDatabase.Role.APP)
                        .getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
