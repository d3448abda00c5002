package org.semblance.ear;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
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

/** The life of persons over HTTP: merged, split, corrected, deleted and brought back. */
@ArquillianTest
@RunAsClient
class PersonsIT {
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
    void merges_splits_and_undoes() {
        String gallery = gallery("merging", "{}");
        int ada = created(gallery, "Ada");
        int other = created(gallery, "Countess");
        int first = enrolled(ada, 3, 1);
        int second = enrolled(other, 3, 2);

        Answer merged = admin.post(PERSONS + "/merge", "{\"survivor\": %d, \"others\": [%d]}".formatted(ada, other));
        assertThat(merged.status()).as(merged.body()).isEqualTo(200);
        assertThat(merged.json().getInt("faces")).isEqualTo(2);
        assertThat(person(other).getInt("id")).isEqualTo(ada);

        Answer split = admin.post(PERSONS + "/" + ada + "/split", "{\"faces\": [%d]}".formatted(second));
        assertThat(split.status()).as(split.body()).isEqualTo(201);
        assertThat(split.header("Location"))
                .endsWith("/api/v1/persons/" + split.json().getInt("id"));

        JsonArray changes = items(PERSONS + "/" + ada + "/changes");
        assertThat(changes).hasSize(2);
        String merge = PERSONS + "/changes/" + changes.getJsonObject(0).getInt("id") + "/undo";
        String parting = PERSONS + "/changes/" + changes.getJsonObject(1).getInt("id") + "/undo";
        assertProblem(admin.post(merge, ""), 409, "undo-order");
        assertThat(admin.post(parting, "").status()).isEqualTo(200);
        assertThat(admin.post(merge, "").json().getString("undone_by")).isEqualTo("admin");
        assertProblem(admin.post(merge, ""), 409, "already-undone");
        assertThat(person(other).getInt("faces")).isEqualTo(1);
        assertThat(admin.get(FACES + first).json().getInt("person_id")).isEqualTo(ada);
    }

    @Test
    void refuses_merges_and_splits_that_make_no_sense() {
        int ada = created(gallery("sense", "{}"), "Ada");
        int stranger = created(gallery("elsewhere", "{}"), "Stranger");
        String merge = PERSONS + "/merge";

        assertProblem(
                admin.post(merge, "{\"survivor\": %d, \"others\": [%d]}".formatted(ada, stranger)),
                409,
                "galleries-differ");
        assertProblem(admin.post(merge, "{\"survivor\": %d, \"others\": []}".formatted(ada)), 400, "invalid-input");
        assertProblem(admin.post(merge, "{\"survivor\": 0, \"others\": [%d]}".formatted(ada)), 404, "person-not-found");
        assertProblem(admin.post(merge, "{"), 400, "body-unreadable");
        assertProblem(admin.post(PERSONS + "/" + ada + "/split", "{\"faces\": [0]}"), 404, "face-not-found");
        assertProblem(admin.post(PERSONS + "/changes/0/undo", ""), 404, "person-change-not-found");
        assertProblem(
                admin.upload(RECOGNIZE, DemoPeople.picture(DemoPeople.names().get(0), 1), Map.of("gallery", "none")),
                404,
                "gallery-not-found");
        assertProblem(
                admin.upload(RECOGNIZE, DemoPeople.picture(DemoPeople.names().get(0), 1), Map.of()),
                400,
                "invalid-input");
    }

    @Test
    void a_change_names_what_changes_and_meets_the_version_that_was_read() {
        int ada = created(gallery("patched", "{}"), "Ada");
        String path = PERSONS + "/" + ada;
        String tag = admin.get(path).header("ETag");

        Answer changed = admin.patch(path, "{\"metadata\": {\"floor\": \"3\"}, \"external_id\": \"hr-1\"}");

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().getString("name")).isEqualTo("Ada");
        assertThat(changed.json().getJsonObject("metadata").getString("floor")).isEqualTo("3");
        assertThat(admin.patch(path, "{\"name\": null}").json().containsKey("name"))
                .isFalse();
        Answer stale = admin.send(admin.request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", tag)
                .method("PATCH", java.net.http.HttpRequest.BodyPublishers.ofString("{\"name\": \"Late\"}")));
        assertProblem(stale, 412, "version-mismatch");
        assertProblem(admin.patch(path, "{\"nme\": \"Ada\"}"), 400, "invalid-input");
        assertProblem(
                admin.patch(path, "{\"user_id\": \"0198c5a1-7f2e-7a43-9c3b-5b0d3b1f6a10\"}"), 400, "invalid-input");
        assertProblem(admin.patch(PERSONS + "/0", "{\"name\": \"Nobody\"}"), 404, "person-not-found");
    }

    @Test
    void somebody_deleted_can_be_brought_back_and_keeps_the_external_id() {
        String gallery = gallery("restored", "{}");
        int ada = created(gallery, "Ada");
        enrolled(ada, 4, 1);
        admin.patch(PERSONS + "/" + ada, "{\"external_id\": \"hr-9\"}");

        assertThat(admin.delete(PERSONS + "/" + ada).status()).isEqualTo(204);

        assertProblem(admin.get(PERSONS + "/" + ada), 404, "person-not-found");
        assertThat(items(PERSONS + "?gallery=" + gallery)).isEmpty();
        assertThat(items(PERSONS + "?deleted=true&gallery=" + gallery)).hasSize(1);
        assertProblem(
                admin.post(PERSONS, "{\"gallery\": \"%s\", \"external_id\": \"hr-9\"}".formatted(gallery)),
                409,
                "person-deleted");
        assertThat(admin.post(PERSONS + "/" + ada + "/restore", "").json().getInt("faces"))
                .isEqualTo(1);
        assertProblem(admin.post(PERSONS + "/" + ada + "/restore", ""), 404, "person-not-found");
    }

    @Test
    void a_face_can_be_moved_rejected_and_deleted() {
        String gallery = gallery("corrected", "{}");
        int ada = created(gallery, "Ada");
        int face = enrolled(ada, 5, 1);
        String rejection = FACES + face + "/rejections/" + ada;

        assertThat(admin.patch(FACES + face, "{\"person\": null}").json().containsKey("person_id"))
                .isFalse();
        assertThat(admin.patch(FACES + face, "{\"person\": %d}".formatted(ada))
                        .json()
                        .getInt("person_id"))
                .isEqualTo(ada);
        assertThat(admin.put(rejection).status()).isEqualTo(204);
        assertProblem(admin.patch(FACES + face, "{\"person\": %d}".formatted(ada)), 409, "face-rejected");
        assertThat(admin.delete(rejection).status()).isEqualTo(204);
        assertProblem(admin.patch(FACES + face, "{}"), 400, "invalid-input");

        JsonObject found = admin.get("/api/v1/faces?ids=" + face + ",0").json();
        assertThat(found.getJsonArray("items")).hasSize(1);
        assertThat(found.getJsonArray("not_found").getInt(0)).isZero();
        assertProblem(admin.get("/api/v1/faces"), 400, "invalid-input");
        assertProblem(admin.get("/api/v1/faces?ids=x"), 400, "invalid-input");

        assertThat(admin.delete(FACES + face).status()).isEqualTo(204);
        assertProblem(admin.delete(FACES + face), 404, "face-not-found");
        assertProblem(admin.get(FACES + face), 404, "face-not-found");
    }

    private String gallery(String name, String rules) {
        String given = rules.length() > 2 ? ", " + rules.substring(1) : "}";
        Answer answer =
                admin.post("/api/v1/galleries", "{\"name\": \"%s\", \"threshold\": 0.55".formatted(name) + given);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return name;
    }

    private int created(String gallery, String name) {
        Answer answer = admin.post(PERSONS, "{\"gallery\": \"%s\", \"name\": \"%s\"}".formatted(gallery, name));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().getInt("id");
    }

    private int enrolled(int person, int who, int picture) {
        Answer answer = admin.upload(
                PERSONS + "/" + person + "/faces",
                DemoPeople.picture(DemoPeople.names().get(who), picture),
                Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.header("Location")).endsWith(FACES + answer.json().getInt("id"));
        return answer.json().getInt("id");
    }

    private JsonObject person(int id) {
        return admin.get(PERSONS + "/" + id).json();
    }

    private JsonArray items(String path) {
        Answer answer = admin.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().getJsonArray("items");
    }
}
