package org.semblance.ear;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.semblance.ear.Problems.assertProblem;

/** The path of an integrated system: sign in, detect, enroll, search, and every refusal on the way. */
@ArquillianTest
@RunAsClient
class RestIT {
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
    void finds_the_faces_of_a_group_picture() {
        Answer answer = admin.upload("/api/v1/detect", TestServer.demo().resolve("groups/group-3.jpg"), Map.of());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().getJsonArray("faces")).hasSize(6);
        JsonObject face = answer.json().getJsonArray("faces").getJsonObject(0);
        assertThat(face.getJsonArray("landmarks")).hasSize(5);
        assertThat(face.getJsonObject("box").getJsonNumber("width").doubleValue())
                .isPositive();
    }

    @Test
    void enrolls_a_person_and_knows_them_in_a_group() {
        String gallery = gallery("known");
        long first = enrolled(gallery, DemoPeople.inGroup(3).get(0));
        enrolled(gallery, DemoPeople.notInGroup(3).get(0));

        Answer answer = admin.upload(
                "/api/v1/search", TestServer.demo().resolve("groups/group-3.jpg"), Map.of("gallery", gallery));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var matched = answer.json().getJsonArray("faces").getValuesAs(JsonObject.class).stream()
                .map(face -> face.getJsonObject("decision"))
                .filter(decision -> decision.getString("outcome").equals("matched"))
                .toList();
        assertThat(matched).hasSize(1);
        assertThat(matched.get(0).getJsonNumber("person_id").longValue()).isEqualTo(first);
    }

    @Test
    void what_exists_already_is_not_made_twice() {
        String gallery = gallery("twice");
        String persons = "/api/v1/persons";
        String person = "{\"gallery\": \"%s\", \"name\": \"Ada\", \"external_id\": \"A-1\"}".formatted(gallery);
        assertThat(admin.post(persons, person).status()).isEqualTo(201);

        assertProblem(admin.post(persons, person), 409, "already-exists");
        assertProblem(admin.post("/api/v1/galleries", "{\"name\": \"%s\"}".formatted(gallery)), 409, "already-exists");
    }

    @Test
    void a_purged_person_is_found_no_more_and_leaves_no_file() throws SQLException {
        String gallery = gallery("deleted");
        String name = DemoPeople.names().get(0);
        long person = enrolled(gallery, name);
        Answer before = admin.upload("/api/v1/search", DemoPeople.picture(name, 2), Map.of("gallery", gallery));

        Answer deleted = admin.delete("/api/v1/persons/" + person + "?purge=true");

        assertThat(outcome(before)).isEqualTo("matched");
        assertThat(deleted.status()).isEqualTo(204);
        Answer after = admin.upload("/api/v1/search", DemoPeople.picture(name, 2), Map.of("gallery", gallery));
        assertThat(outcome(after)).isEqualTo("unknown");
        assertThat(TestServer.get().data().resolve("images/persons/" + person + "/original"))
                .satisfiesAnyOf(path -> assertThat(path).doesNotExist(), path -> assertThat(path)
                        .isEmptyDirectory());
        assertThat(count("SELECT count(*) FROM embedding e JOIN gallery g ON g.id = e.gallery_id WHERE g.name = '"
                        + gallery + "'"))
                .isZero();
    }

    @Test
    void a_crop_opens_by_its_signed_address_only() {
        String gallery = gallery("crops");
        long person = enrolled(gallery, DemoPeople.names().get(1));
        JsonObject face = admin.get("/api/v1/persons/" + person + "/faces")
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        String address = face.getString("crop_url");

        Answer opened = ApiClient.anonymous().get(address);
        Answer forged = ApiClient.anonymous().get(address.replaceFirst("sig=.", "sig=_"));

        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.header("Content-Type")).isEqualTo("image/png");
        assertThat(opened.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(opened.header("Cache-Control")).contains("no-store");
        assertThat(forged.status()).isEqualTo(404);
    }

    @Test
    void refuses_a_photo_with_several_faces_and_stores_nothing() throws SQLException {
        String gallery = gallery("several");
        long person = person(gallery, "Crowd");
        long images = count("SELECT count(*) FROM image");

        Answer answer = admin.upload(
                "/api/v1/persons/" + person + "/faces", TestServer.demo().resolve("groups/group-1.jpg"), Map.of());

        assertProblem(answer, 422, "several-faces");
        assertThat(answer.json().getString("detail")).contains("3 faces");
        assertThat(count("SELECT count(*) FROM image")).isEqualTo(images);
    }

    @Test
    void refuses_what_is_no_picture() {
        assertProblem(
                admin.upload("/api/v1/detect", "no picture".getBytes(StandardCharsets.UTF_8), Map.of()),
                415,
                "image-type-unsupported");
        assertProblem(
                admin.upload("/api/v1/detect", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 1, 2}, Map.of()),
                422,
                "image-unreadable");
    }

    @Test
    void nobody_gets_in_without_a_token_or_with_a_forged_one() {
        assertProblem(ApiClient.anonymous().get("/api/v1/galleries"), 401, "token-missing");
        assertProblem(ApiClient.withToken("forged").get("/api/v1/galleries"), 401, "token-invalid");
    }

    @Test
    void a_wrong_password_is_refused_and_recorded() throws SQLException {
        long before = count("SELECT count(*) FROM audit_entry WHERE outcome = 'refused'");

        Answer answer =
                ApiClient.anonymous().post("/api/v1/auth/token", "{\"username\": \"nobody\", \"password\": \"wrong\"}");

        assertProblem(answer, 401, "sign-in-refused");
        assertThat(count("SELECT count(*) FROM audit_entry WHERE outcome = 'refused'"))
                .isEqualTo(before + 1);
    }

    @Test
    void the_one_time_password_is_gone() {
        Answer answer = ApiClient.anonymous()
                .post(
                        "/api/v1/auth/token",
                        "{\"username\": \"admin\", \"password\": \"%s\"}".formatted(TestServer.FIRST_PASSWORD));

        assertProblem(answer, 401, "sign-in-refused");
        assertThat(TestServer.get().data().resolve("secrets/first-password")).doesNotExist();
    }

    @Test
    void every_change_has_its_audit_entry() throws SQLException {
        String gallery = gallery("audited");
        enrolled(gallery, DemoPeople.names().get(2));

        assertThat(count("SELECT count(*) FROM audit_entry WHERE actor = 'admin' AND request_id IS NOT NULL"
                        + " AND ((action = 'gallery.created' AND subject_id = '" + gallery + "')"
                        + " OR (action IN ('person.created', 'face.enrolled') AND details->>'gallery' = '" + gallery
                        + "'))"))
                .isEqualTo(3);
    }

    @Test
    void what_is_not_there_is_a_problem_with_a_request_id() {
        Answer answer = admin.get("/api/v1/galleries/nowhere");

        assertProblem(answer, 404, "gallery-not-found");
        assertThat(answer.json().getString("request_id")).isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("org.semblance");
    }

    @Test
    void refuses_bad_input_and_names_the_field() {
        Answer answer = admin.post("/api/v1/galleries", "{\"name\": \"Not A Name\", \"title\": \"x\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("name");
    }

    private String gallery(String name) {
        Answer answer = admin.post(
                "/api/v1/galleries",
                "{\"name\": \"%s\", \"title\": \"%s\", \"threshold\": 0.55}".formatted(name, name));
        assertThat(answer.status()).as(answer.body()).isIn(201, 409);
        return name;
    }

    private long person(String gallery, String name) {
        Answer answer =
                admin.post("/api/v1/persons", "{\"gallery\": \"%s\", \"name\": \"%s\"}".formatted(gallery, name));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().getJsonNumber("id").longValue();
    }

    private long enrolled(String gallery, String name) {
        long person = person(gallery, name);
        Answer answer = admin.upload("/api/v1/persons/" + person + "/faces", DemoPeople.picture(name, 1), Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return person;
    }

    private static String outcome(Answer search) {
        assertThat(search.status()).as(search.body()).isEqualTo(200);
        return search.json()
                .getJsonArray("faces")
                .getJsonObject(0)
                .getJsonObject("decision")
                .getString("outcome");
    }

    private static long count(String query) throws SQLException {
        try (var connection = TestServer.get().database().superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET search_path = semblance, public");
            try (var rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
