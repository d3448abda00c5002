package org.semblance.ear;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.semblance.ear.Problems.assertProblem;

/** Consent, legal holds, subject access and erasure over HTTP, on the server as it is shipped. */
@ArquillianTest
@RunAsClient
class PrivacyIT {
    private static final String PERSONS = "/api/v1/persons";
    private static final String ERASURES = "/api/v1/erasures";
    private static final String NAME = "Ottilie Unverwechselbar";

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
    void who_withdraws_is_found_no_more_until_they_consent_again() {
        gallery("consenting", "");
        int ada = enrolled("consenting", "Ada", 0);
        assertThat(found("consenting", 0)).isEqualTo("matched");

        Answer withdrawn = consent(ada, "withdrawn");
        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(201);
        assertThat(found("consenting", 0)).isEqualTo("unknown");
        assertThat(admin.get(PERSONS + "/" + ada).json().getBoolean("recognisable"))
                .isFalse();
        JsonObject said = admin.get(PERSONS + "/" + ada + "/consents").json();
        assertThat(said.getJsonArray("items")).hasSize(1);
        assertThat(said.containsKey("suspended_at")).isTrue();

        consent(ada, "granted");
        assertThat(found("consenting", 0)).isEqualTo("matched");
        assertProblem(consent(0, "granted"), 404, "person-not-found");
        assertProblem(consent(ada, "perhaps"), 400, "invalid-input");
    }

    @Test
    void where_consent_is_required_nobody_is_matched_before() {
        gallery("strict", ", \"consent_required\": true, \"unknown_faces\": \"keep\"");
        int ada = enrolled("strict", "Ada", 1);

        assertThat(found("strict", 1)).isEqualTo("unknown");
        consent(ada, "granted");
        assertThat(found("strict", 1)).isEqualTo("matched");
        assertProblem(
                admin.post("/api/v1/galleries", "{\"name\": \"founding\", \"consent_required\": true}"),
                400,
                "invalid-input");
    }

    @Test
    void everything_held_on_a_person_is_exported() throws IOException {
        gallery("exported", "");
        int ada = enrolled("exported", "Ada", 2);
        consent(ada, "granted");

        Answer answer = admin.get(PERSONS + "/" + ada + "/export");
        Map<String, byte[]> entries = entries(answer.response().body());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
        assertThat(answer.header("Content-Disposition")).contains("person-" + ada + ".zip");
        assertThat(entries).containsKeys("README.txt", "data.json").hasSize(4);
        assertThat(entries.keySet())
                .filteredOn(name -> name.startsWith("images/"))
                .hasSize(2);
        String data = new String(entries.get("data.json"), StandardCharsets.UTF_8);
        assertThat(data).contains("\"name\": \"Ada\"", "\"vector\"", "\"purpose\": \"recognition\"");
        assertProblem(admin.get(PERSONS + "/0/export"), 404, "person-not-found");
    }

    @Test
    void nothing_is_left_of_somebody_erased_but_a_signed_report() throws Exception {
        gallery("erased", "");
        int bob = enrolled("erased", "Bob", 3);
        int ada = enrolled("erased", NAME, 4);
        consent(ada, "granted");
        admin.send(admin.request(PERSONS + "/" + ada)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method("PATCH", java.net.http.HttpRequest.BodyPublishers.ofString("{\"external_id\": \"hr-4711\"}")));
        long files = Traces.files();

        Answer asked = admin.post(ERASURES, "{\"person\": %d}".formatted(ada));
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        JsonObject erasure = Traces.ended(admin, asked.header("Location"));

        assertThat(erasure.getString("state")).as(erasure.toString()).isEqualTo("done");
        assertThat(erasure.containsKey("person")).isFalse();
        assertThat(found("erased", 4)).isEqualTo("unknown");
        assertThat(found("erased", 3)).isEqualTo("matched");
        assertProblem(admin.get(PERSONS + "/" + ada), 404, "person-not-found");
        assertProblem(admin.post(ERASURES, "{\"person\": %d}".formatted(ada)), 404, "person-not-found");
        assertThat(Traces.files()).isEqualTo(files - 2);
        assertThat(Traces.tables(NAME)).isEmpty();
        assertThat(Traces.tables("hr-4711")).isEmpty();
        assertThat(admin.get(PERSONS + "/" + bob).status()).isEqualTo(200);

        String report = ERASURES + "/" + erasure.getInt("id") + "/report";
        JsonObject signed = admin.get(report).json();
        String payload = new String(
                Base64.getUrlDecoder().decode(signed.getString("signature").split("\\.", -1)[1]),
                StandardCharsets.UTF_8);
        assertThat(payload).isEqualTo(signed.getJsonObject("report").toString()).doesNotContain(NAME);
        JsonObject verified = signed.getJsonObject("report").getJsonObject("verification");
        assertThat(verified.getJsonObject("searches").getInt("probes")).isEqualTo(1);
        assertProblem(admin.post(ERASURES + "/" + erasure.getInt("id") + "/retry", ""), 409, "erasure-ended");
    }

    @Test
    void a_legal_hold_goes_before_an_erasure() throws Exception {
        gallery("held", "");
        int ada = enrolled("held", "Ada", 5);
        String holds = PERSONS + "/" + ada + "/holds";
        Answer placed = admin.post(holds, "{\"reason\": \"Case 4711\"}");
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);

        JsonObject erasure = Traces.ended(
                admin, admin.post(ERASURES, "{\"person\": %d}".formatted(ada)).header("Location"));
        assertThat(erasure.getString("state")).isEqualTo("held");
        assertThat(erasure.getString("problem")).contains("Case 4711");
        String address = ERASURES + "/" + erasure.getInt("id");
        assertProblem(admin.get(address + "/report"), 409, "erasure-not-done");
        assertProblem(admin.delete(PERSONS + "/" + ada + "?purge=true"), 409, "person-held");
        assertProblem(admin.delete("/api/v1/galleries/held"), 409, "person-held");

        String hold = holds + "/" + placed.json().getInt("id");
        assertThat(admin.delete(hold).status()).isEqualTo(204);
        assertProblem(admin.delete(hold), 404, "hold-not-found");
        assertThat(admin.get(holds).json().getJsonArray("items")).hasSize(1);
        admin.post(address + "/retry", "");
        assertThat(Traces.ended(admin, address).getString("state")).isEqualTo("done");
        JsonArray done = admin.get(ERASURES + "?state=done&limit=200").json().getJsonArray("items");
        assertThat(done.getValuesAs(JsonObject.class)).anyMatch(one -> one.getInt("id") == erasure.getInt("id"));
        assertProblem(admin.get(ERASURES + "/0"), 404, "erasure-not-found");
    }

    private void gallery(String name, String rules) {
        Answer answer = admin.post("/api/v1/galleries", "{\"name\": \"%s\"%s}".formatted(name, rules));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private int enrolled(String gallery, String name, int who) {
        Answer made = admin.post(PERSONS, "{\"gallery\": \"%s\", \"name\": \"%s\"}".formatted(gallery, name));
        int person = made.json().getInt("id");
        Path picture = DemoPeople.picture(DemoPeople.names().get(who), 1);
        Answer face = admin.upload(PERSONS + "/" + person + "/faces", picture, Map.of());
        assertThat(face.status()).as(face.body()).isEqualTo(201);
        return person;
    }

    private Answer consent(int person, String state) {
        return admin.post(PERSONS + "/" + person + "/consents", """
                {"purpose": "recognition", "state": "%s", "text_version": "1", "locale": "en", "channel": "paper"}
                """.formatted(state));
    }

    private String found(String gallery, int who) {
        Path picture = DemoPeople.picture(DemoPeople.names().get(who), 1);
        Answer answer = admin.upload("/api/v1/search", picture, Map.of("gallery", gallery));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json()
                .getJsonArray("faces")
                .getJsonObject(0)
                .getJsonObject("decision")
                .getString("outcome");
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        var entries = new TreeMap<String, byte[]>();
        try (var stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                entries.put(entry.getName(), stream.readAllBytes());
            }
        }
        return entries;
    }
}
