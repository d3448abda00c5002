package org.semblance.ear;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** The audit trail as an auditor sees it. */
@ArquillianTest
@RunAsClient
class AuditIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private ApiClient admin;
    private String gallery;

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @BeforeEach
    void change_a_gallery() {
        admin = ApiClient.administrator();
        gallery = "audited-" + UUID.randomUUID().toString().substring(0, 8);
        admin.post("/api/v1/galleries", "{\"name\": \"%s\", \"title\": \"Before\"}".formatted(gallery));
        Answer read = admin.get("/api/v1/galleries/" + gallery);
        admin.put("/api/v1/galleries/" + gallery, "{\"title\": \"=After\"}", read.header("ETag"));
    }

    @Test
    void tells_who_did_what_to_what_from_where_and_what_changed() {
        JsonObject entry = only("action=gallery.changed");

        assertThat(entry.getString("actor")).isEqualTo("admin");
        assertThat(entry.getString("actor_kind")).isEqualTo("user");
        assertThat(entry.getString("permission")).isEqualTo("gallery:write");
        assertThat(entry.getString("outcome")).isEqualTo("success");
        assertThat(entry.getString("address")).isEqualTo("127.0.0.1");
        assertThat(entry.getString("user_agent")).startsWith("Java-http-client/");
        assertThat(entry.getString("request_id")).isNotEmpty();
        assertThat(entry.getJsonObject("changes").getJsonObject("title").toString())
                .isEqualTo("{\"after\":\"=After\",\"before\":\"Before\"}");
        assertThat(admin.get("/api/v1/audit/" + entry.getJsonNumber("id")).json())
                .isEqualTo(entry);
    }

    @Test
    void pages_through_the_newest_first() {
        JsonObject first = admin.get("/api/v1/audit?limit=1&object_type=gallery&object_id=" + gallery)
                .json();
        JsonObject second = admin.get("/api/v1/audit?limit=1&object_type=gallery&object_id=" + gallery + "&after="
                        + first.getJsonNumber("next"))
                .json();

        assertThat(first.getJsonArray("items").getJsonObject(0).getString("action"))
                .isEqualTo("gallery.changed");
        assertThat(second.getJsonArray("items").getJsonObject(0).getString("action"))
                .isEqualTo("gallery.created");
        assertThat(second.containsKey("next")).isFalse();
    }

    @Test
    void refuses_what_it_does_not_understand() {
        for (String wrong : List.of("from=yesterday", "outcome=maybe", "object_id=1", "after=999999999", "limit=0")) {
            assertThat(admin.get("/api/v1/audit?" + wrong).status()).as(wrong).isEqualTo(400);
        }
        assertThat(admin.get("/api/v1/audit/999999999").status()).isEqualTo(404);
        assertThat(ApiClient.anonymous().get("/api/v1/audit").status()).isEqualTo(401);
    }

    @Test
    void records_whom_the_api_refused_what() throws Exception {
        ApiClient member = user("member");

        JsonObject refused = awaitRefused(member).get(0);
        assertThat(refused.getString("permission")).isEqualTo("audit:export");
        assertThat(refused.getString("object_id")).isEqualTo("/api/v1/audit/export");
        assertThat(refused.getString("outcome")).isEqualTo("refused");
        assertThat(refused.getJsonObject("details").getString("code")).isEqualTo("permission-missing");
        assertThat(items("action=request.refused&actor=unknown")).isNotEmpty();
    }

    /** Of one address only so many refusals a minute are written down; other tests may have had theirs. */
    private List<JsonObject> awaitRefused(ApiClient member) throws InterruptedException {
        for (int i = 0; i < PATIENCE.toSeconds(); i++) {
            assertThat(ApiClient.withToken("eyJhbGciOiJub25lIn0.e30.")
                            .get("/api/v1/audit")
                            .status())
                    .isEqualTo(401);
            assertThat(member.get("/api/v1/audit").status()).isEqualTo(403);
            assertThat(member.get("/api/v1/audit/export").status()).isEqualTo(403);
            List<JsonObject> refused = items("action=request.refused&actor=" + memberName);
            if (refused.size() > 1) {
                return refused;
            }
            Thread.sleep(2000);
        }
        throw new AssertionError("No refusal was recorded");
    }

    @Test
    void an_auditor_reads_and_exports_and_does_nothing_else() throws SQLException {
        ApiClient auditor = user("auditor");

        assertThat(auditor.get("/api/v1/audit").status()).isEqualTo(200);
        assertThat(auditor.get("/api/v1/audit/export?format=jsonl&actor=nobody").status())
                .isEqualTo(200);
        assertThat(auditor.delete("/api/v1/galleries/" + gallery).status()).isEqualTo(403);
    }

    @Test
    void exports_for_spreadsheets_and_for_programs() {
        String filter = "&object_type=gallery&object_id=" + gallery;

        Answer csv = admin.get("/api/v1/audit/export?format=csv" + filter);
        Answer lines = admin.get("/api/v1/audit/export?format=jsonl" + filter);

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"audit.csv\"");
        assertThat(csv.body().split("\r\n", -1)).hasSize(4);
        assertThat(csv.body()).startsWith("\"id\",\"occurred_at\"").contains("\"gallery.changed\"");
        assertThat(lines.header("Content-Type")).startsWith("application/jsonl");
        assertThat(lines.body().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"") && line.endsWith("}"));
        assertThat(items("action=audit.exported&object_type=audit&object_id=csv"))
                .isNotEmpty();
        assertThat(admin.get("/api/v1/audit/export?format=xml").status()).isEqualTo(400);
    }

    @Test
    void a_verification_runs_as_a_job_and_finds_nothing() throws InterruptedException {
        Answer started = admin.send(
                admin.request("/api/v1/audit/verifications").POST(java.net.http.HttpRequest.BodyPublishers.noBody()));

        assertThat(started.status()).as(started.body()).isEqualTo(202);
        String job = started.header("Location").replaceFirst(".*/api", "/api");
        Instant end = Instant.now().plus(PATIENCE);
        JsonObject run = admin.get(job).json();
        while (!run.containsKey("ended_at") && Instant.now().isBefore(end)) {
            Thread.sleep(200);
            run = admin.get(job).json();
        }
        assertThat(run.getString("state")).as(run.toString()).isEqualTo("completed");
        JsonObject latest = admin.get("/api/v1/audit/verifications").json();
        JsonObject done = latest.getJsonArray("items").getJsonObject(0);
        assertThat(done.getJsonArray("findings")).isEmpty();
        assertThat(done.getInt("entries")).isPositive();
        assertThat(latest.getJsonArray("chains").getJsonObject(0).getString("seal"))
                .hasSize(64);
    }

    private String memberName = "";

    /** Somebody with one of the built-in roles, and the administrator's password. */
    private ApiClient user(String role) throws SQLException {
        memberName = role + "-" + UUID.randomUUID().toString().substring(0, 8);
        try (var connection = TestServer.get().database().superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET search_path = semblance, public");
            statement.execute("INSERT INTO app_user (id, username, display_name, password_hash, status)"
                    + " SELECT gen_random_uuid(), '" + memberName + "', 'Test', password_hash, status FROM app_user"
                    + " WHERE username = 'admin'");
            statement.execute("INSERT INTO user_role (user_id, role_id) SELECT u.id, r.id FROM app_user u, role r"
                    + " WHERE u.username = '" + memberName + "' AND r.name = '" + role + "'");
        }
        JsonObject token = ApiClient.anonymous()
                .post(
                        "/api/v1/auth/token",
                        "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(memberName, ApiClient.PASSWORD))
                .json();
        return ApiClient.withToken(token.getString("access_token"));
    }

    private JsonObject only(String filter) {
        List<JsonObject> items = items(filter + "&object_type=gallery&object_id=" + gallery);
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private List<JsonObject> items(String filter) {
        Answer answer = admin.get("/api/v1/audit?" + filter);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().getJsonArray("items").getValuesAs(JsonObject.class);
    }
}
