package org.semblance.ear;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.semblance.ear.Problems.assertProblem;

/** Who is it, is it the same, how many are there: every way to ask, and what is answered to a question that makes no sense. */
@ArquillianTest
@RunAsClient
class SearchIT {
    private static final String ANNA = DemoPeople.names().get(3);
    private static final String BERTA = DemoPeople.names().get(4);

    private final String gallery = "search-" + UUID.randomUUID();
    private ApiClient admin;

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @BeforeEach
    void a_gallery_with_two_people() {
        admin = ApiClient.administrator();
        Answer made = admin.post("/api/v1/galleries", "{\"name\": \"%s\", \"threshold\": 0.5}".formatted(gallery));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
    }

    @Test
    void a_vector_finds_whose_it_is_and_tells_how_it_was_looked_for() throws SQLException {
        long anna = enrolled(ANNA);
        enrolled(BERTA);

        Answer answer = admin.post("/api/v1/search", """
                {"gallery": "%s", "vector": %s, "explain": true, "limit": 1}
                """.formatted(gallery, vectorOf(anna)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonObject decision = answer.json().getJsonObject("decision");
        assertThat(decision.getString("outcome")).isEqualTo("matched");
        assertThat(decision.getString("reason")).isEqualTo("clear");
        assertThat(decision.getJsonNumber("person_id").longValue()).isEqualTo(anna);
        assertThat(decision.getJsonNumber("score").doubleValue()).isGreaterThan(0.99);
        assertThat(answer.json().getJsonArray("candidates")).hasSize(1);
        assertThat(answer.json().getJsonObject("plan").getString("method")).isNotBlank();
    }

    @Test
    void a_stored_face_is_compared_with_others_and_not_with_its_own_person() {
        long face = enrolledFace(person(ANNA), ANNA);
        long berta = enrolled(BERTA);

        Answer answer = admin.post("/api/v1/search", """
                {"gallery": "%s", "face_id": %d, "threshold": -1}
                """.formatted(gallery, face));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().getJsonArray("candidates").getValuesAs(JsonObject.class))
                .extracting(candidate ->
                        candidate.getJsonObject("person").getJsonNumber("id").longValue())
                .containsExactly(berta);
    }

    @Test
    void a_photo_is_searched_with_a_plan_where_asked_for() {
        enrolled(ANNA);

        Answer plain = admin.upload("/api/v1/search", DemoPeople.picture(ANNA, 2), Map.of("gallery", gallery));
        Answer explained = admin.upload(
                "/api/v1/search", DemoPeople.picture(ANNA, 2), Map.of("gallery", gallery, "explain", "true"));

        assertThat(firstFace(plain).containsKey("plan")).isFalse();
        assertThat(firstFace(explained).getJsonObject("plan").getString("reason"))
                .isNotBlank();
    }

    @Test
    void nobody_is_a_public_figure_unless_it_is_said() {
        enrolled(ANNA);

        Answer answer = admin.upload(
                "/api/v1/search", DemoPeople.picture(ANNA, 2), Map.of("gallery", gallery, "public_figures", "true"));

        assertThat(firstFace(answer).getJsonObject("decision").getString("reason"))
                .isEqualTo("nobody-enrolled");
    }

    @Test
    void a_staff_gallery_names_nobody_of_whom_it_has_too_few_faces() {
        admin.put("/api/v1/galleries/" + gallery, "{\"kind\": \"staff\", \"threshold\": 0.5, \"min_faces\": 2}", "*");
        long anna = person(ANNA);
        enrolledFace(anna, ANNA);

        Answer once = admin.upload("/api/v1/search", DemoPeople.picture(ANNA, 3), Map.of("gallery", gallery));
        face(anna, DemoPeople.picture(ANNA, 2));
        Answer twice = admin.upload("/api/v1/search", DemoPeople.picture(ANNA, 3), Map.of("gallery", gallery));

        assertThat(firstFace(once).getJsonObject("decision").getString("reason"))
                .isEqualTo("too-few-faces");
        assertThat(firstFace(twice).getJsonObject("decision").getString("outcome"))
                .isEqualTo("matched");
    }

    @Test
    void refuses_a_probe_that_makes_no_sense() {
        assertProblem(probe("\"vector\": [1, 0]"), 400, "invalid-input");
        assertProblem(probe("\"vector\": [1, 0], \"face_id\": 1"), 400, "invalid-input");
        assertProblem(probe("\"limit\": 3"), 400, "invalid-input");
        assertProblem(probe("\"face_id\": 1, \"limit\": 1000"), 400, "invalid-input");
        assertProblem(probe("\"face_id\": 1, \"owner\": \"nobody\""), 400, "invalid-input");
        assertProblem(probe("\"vector\": [1, 0], \"model\": \"other/model\""), 400, "invalid-input");
        assertProblem(probe("\"face_id\": 999999999"), 404, "face-not-found");
        assertProblem(
                admin.post("/api/v1/search", "{\"gallery\": \"nowhere\", \"face_id\": 1}"), 404, "gallery-not-found");
    }

    @Test
    void two_photos_of_one_person_are_the_same_and_of_two_are_not() {
        Answer same = verify(DemoPeople.picture(ANNA, 1), DemoPeople.picture(ANNA, 2), Map.of());
        Answer different = verify(DemoPeople.picture(ANNA, 1), DemoPeople.picture(BERTA, 1), Map.of());

        assertThat(same.status()).as(same.body()).isEqualTo(200);
        assertThat(same.json().getBoolean("same")).isTrue();
        assertThat(different.json().getBoolean("same")).isFalse();
        assertThat(different.json().getJsonNumber("similarity").doubleValue())
                .isLessThan(same.json().getJsonNumber("similarity").doubleValue());
    }

    @Test
    void a_photo_is_compared_with_a_person() {
        long anna = enrolled(ANNA);

        Answer herself = verifyWith(anna, DemoPeople.picture(ANNA, 2));
        Answer another = verifyWith(anna, DemoPeople.picture(BERTA, 1));

        assertThat(herself.json().getBoolean("same")).as(herself.body()).isTrue();
        assertThat(another.json().getBoolean("same")).isFalse();
        assertProblem(verifyWith(person("Nobody yet"), DemoPeople.picture(ANNA, 2)), 409, "person-without-faces");
        assertProblem(verifyWith(999_999_999, DemoPeople.picture(ANNA, 2)), 404, "person-not-found");
    }

    @Test
    void refuses_a_comparison_that_makes_no_sense() {
        Path anna = DemoPeople.picture(ANNA, 1);

        assertProblem(admin.upload("/api/v1/verify", anna, Map.of()), 400, "invalid-input");
        assertProblem(verify(anna, anna, Map.of("person", "1")), 400, "invalid-input");
        assertProblem(verify(anna, anna, Map.of("false_accept_rate", "0.5")), 400, "invalid-input");
        assertProblem(verify(anna, TestServer.demo().resolve("groups/group-1.jpg"), Map.of()), 422, "several-faces");
        assertProblem(admin.post("/api/v1/verify", "{}"), 415, "media-type-unsupported");
    }

    @Test
    void counts_what_there_is() {
        JsonObject before = admin.get("/api/v1/stats").json();

        enrolled(ANNA);
        admin.upload("/api/v1/search", DemoPeople.picture(ANNA, 2), Map.of("gallery", gallery));

        JsonObject after = admin.get("/api/v1/stats").json();
        assertThat(after.getInt("persons")).isEqualTo(before.getInt("persons") + 1);
        assertThat(after.getInt("faces")).isEqualTo(before.getInt("faces") + 1);
        assertThat(after.getInt("unclaimed_persons")).isEqualTo(before.getInt("unclaimed_persons") + 1);
        assertThat(after.getJsonObject("photo_searches").getInt("count"))
                .isEqualTo(before.getJsonObject("photo_searches").getInt("count") + 1);
        assertThat(after.getJsonObject("photo_searches")
                        .getJsonNumber("median_ms")
                        .doubleValue())
                .isPositive();
    }

    @Test
    void a_gallery_changes_for_whoever_has_seen_its_present_state() {
        String address = "/api/v1/galleries/" + gallery;
        String tag = admin.get(address).header("ETag");

        Answer changed = admin.put(address, "{\"title\": \"Ours\", \"kind\": \"album\"}", tag);
        Answer late = admin.put(address, "{\"title\": \"Theirs\"}", tag);

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().getString("title")).isEqualTo("Ours");
        assertProblem(late, 412, "version-mismatch");
        Answer unchanged = admin.send(admin.request(address)
                .header("If-None-Match", admin.get(address).header("ETag"))
                .GET());
        assertThat(unchanged.status()).isEqualTo(304);
    }

    @Test
    void what_is_sent_twice_under_one_key_happens_once() {
        String name = "once-" + UUID.randomUUID();
        String body = "{\"name\": \"%s\"}".formatted(name);

        Answer first = create(body, name);
        Answer again = create(body, name);
        Answer other = create("{\"name\": \"other\"}", name);

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertProblem(other, 422, "idempotency-key-reused");
    }

    private Answer create(String body, String key) {
        return admin.send(admin.request("/api/v1/galleries")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    private Answer probe(String fields) {
        return admin.post("/api/v1/search", "{\"gallery\": \"%s\", %s}".formatted(gallery, fields));
    }

    private Answer verify(Path one, Path other, Map<String, String> fields) {
        try {
            return admin.uploadAll(
                    "/api/v1/verify",
                    Map.of("image", Files.readAllBytes(one), "other_image", Files.readAllBytes(other)),
                    fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer verifyWith(long person, Path picture) {
        return admin.upload("/api/v1/verify", picture, Map.of("person", Long.toString(person)));
    }

    private long enrolled(String name) {
        long person = person(name);
        enrolledFace(person, name);
        return person;
    }

    private long enrolledFace(long person, String name) {
        return face(person, DemoPeople.picture(name, 1));
    }

    private long face(long person, Path picture) {
        Answer answer = admin.upload("/api/v1/persons/" + person + "/faces", picture, Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().getJsonNumber("id").longValue();
    }

    private long person(String name) {
        Answer answer =
                admin.post("/api/v1/persons", "{\"gallery\": \"%s\", \"name\": \"%s\"}".formatted(gallery, name));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().getJsonNumber("id").longValue();
    }

    private static JsonObject firstFace(Answer search) {
        assertThat(search.status()).as(search.body()).isEqualTo(200);
        return search.json().getJsonArray("faces").getJsonObject(0);
    }

    private static String vectorOf(long person) throws SQLException {
        try (var connection = TestServer.get().database().superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET search_path = semblance, public");
            try (var rows = statement.executeQuery("SELECT vector FROM embedding WHERE person_id = " + person)) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
