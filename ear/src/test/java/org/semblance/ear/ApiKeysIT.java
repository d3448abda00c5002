package org.semblance.ear;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.sql.SQLException;
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
import static org.semblance.ear.Problems.assertProblem;

/** A program with a key of its own: what it may, what it may not, and how it is stopped. */
@ArquillianTest
@RunAsClient
class ApiKeysIT {
    private static final String KEYS = "/api/v1/api-keys";
    private static final String GALLERIES = "/api/v1/galleries";

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
    void a_key_opens_what_it_is_for_and_nothing_else() throws SQLException {
        JsonObject made = made("[\"gallery:write\", \"gallery:read\"]", "");
        ApiClient program = ApiClient.withKey(made.getString("key"));
        String prefix = made.getJsonObject("api_key").getString("prefix");
        String gallery = "by-key-" + UUID.randomUUID().toString().substring(0, 8);

        assertThat(program.get(GALLERIES).status()).isEqualTo(200);
        assertThat(program.post(GALLERIES, "{\"name\": \"%s\"}".formatted(gallery))
                        .status())
                .isEqualTo(201);
        assertProblem(program.get("/api/v1/jobs"), 403, "permission-missing");
        assertProblem(program.post(KEYS, "{}"), 403, "permission-missing");
        assertThat(program.get("/api/v1/auth/me").json().getString("username")).isEqualTo("key:" + prefix);
        assertThat(ApiClient.withToken(made.getString("key")).get(GALLERIES).status())
                .isEqualTo(200);
        assertThat(number("SELECT count(*) FROM audit_entry WHERE actor_kind = 'key' AND actor = 'key:" + prefix
                        + "' AND subject_id = '" + gallery + "'"))
                .isEqualTo(1);
        assertThat(key(made).getString("last_used_address")).isEqualTo("127.0.0.1");
    }

    @Test
    void a_revoked_key_and_one_of_a_disabled_owner_are_refused_at_the_next_request() throws SQLException {
        JsonObject revoked = made("[\"gallery:read\"]", "");
        JsonObject orphaned = made("[\"gallery:read\"]", "");
        UUID nobody = UUID.randomUUID();
        ApiClient first = ApiClient.withKey(revoked.getString("key"));
        ApiClient second = ApiClient.withKey(orphaned.getString("key"));
        assertThat(first.get(GALLERIES).status()).isEqualTo(200);
        assertThat(second.get(GALLERIES).status()).isEqualTo(200);

        admin.delete(KEYS + "/" + revoked.getJsonObject("api_key").getInt("id"));
        run("INSERT INTO app_user (id, username, display_name, password_hash, status) VALUES ('" + nobody + "', '"
                + nobody + "', 'Gone', 'none', 'disabled')");
        run("UPDATE api_key SET owner_id = '" + nobody + "' WHERE id = "
                + orphaned.getJsonObject("api_key").getInt("id"));

        assertProblem(first.get(GALLERIES), 401, "api-key-invalid");
        assertThat(first.get(GALLERIES).header("WWW-Authenticate")).contains("invalid_token");
        assertProblem(second.get(GALLERIES), 401, "api-key-invalid");
        assertThat(key(revoked).getString("state")).isEqualTo("revoked");
    }

    @Test
    void a_key_in_an_address_is_refused_and_written_down_nowhere() throws IOException {
        String key = made("[\"gallery:read\"]", "").getString("key");

        assertProblem(ApiClient.anonymous().get(GALLERIES + "?api_key=" + key), 400, "key-in-address");
        assertProblem(ApiClient.anonymous().get("/static/" + key + "/images"), 400, "key-in-address");
        assertProblem(
                ApiClient.withKey(key)
                        .send(ApiClient.withKey(key).request(GALLERIES).header("Authorization", "Bearer x")),
                400,
                "several-credentials");

        assertThat(Files.readString(TestServer.get().log())).doesNotContain(key.substring(13));
    }

    @Test
    void a_key_that_asks_too_much_is_told_to_wait() {
        JsonObject made = made("[\"gallery:read\"]", ", \"units_per_minute\": 3");
        ApiClient program = ApiClient.withKey(made.getString("key"));

        List<Answer> answers =
                List.of(program.get(GALLERIES), program.get(GALLERIES), program.get(GALLERIES), program.get(GALLERIES));

        assertThat(answers.subList(0, 3)).extracting(Answer::status).containsOnly(200);
        assertThat(answers.get(0).header("RateLimit-Policy")).isEqualTo("\"minute\";q=3;w=60");
        assertThat(answers.get(0).header("RateLimit")).isEqualTo("\"minute\";r=2;t=20");
        assertProblem(answers.get(3), 429, "rate-limited");
        assertThat(Integer.parseInt(answers.get(3).header("Retry-After"))).isBetween(1, 20);
        assertThat(admin.get(GALLERIES).status()).isEqualTo(200);
    }

    @Test
    void a_new_key_is_not_kept_for_whoever_repeats_the_request() throws SQLException {
        String body = "{\"name\": \"Once\", \"permissions\": [\"gallery:read\"]}";
        String repeat = UUID.randomUUID().toString();

        Answer first = created(body, repeat);
        Answer second = created(body, repeat);

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.header("Cache-Control")).contains("no-store");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().getString("key")).isNotEqualTo(first.json().getString("key"));
        assertThat(number("SELECT count(*) FROM idempotent_request WHERE key = '" + repeat + "'"))
                .isZero();
    }

    @Test
    void refuses_keys_that_make_no_sense() {
        assertProblem(admin.post(KEYS, "{\"permissions\": [\"gallery:read\"]}"), 400, "invalid-input");
        assertProblem(admin.post(KEYS, "{\"name\": \"x\"}"), 400, "invalid-input");
        assertProblem(admin.post(KEYS, "{\"name\": \"x\", \"permissions\": [\"fly:high\"]}"), 400, "invalid-input");
        assertProblem(
                admin.post(KEYS, "{\"name\": \"x\", \"permissions\": [\"search:run\"], \"galleries\": [\"nowhere\"]}"),
                400,
                "invalid-input");
        assertProblem(admin.get(KEYS + "/999999999"), 404, "api-key-not-found");
        assertProblem(ApiClient.withKey("smb_nonsense").get(GALLERIES), 401, "api-key-invalid");
    }

    private Answer created(String body, String repeat) {
        return admin.send(admin.request(KEYS)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", repeat)
                .POST(BodyPublishers.ofString(body)));
    }

    private JsonObject made(String permissions, String more) {
        Answer answer = admin.post(KEYS, "{\"name\": \"Program\", \"permissions\": " + permissions + more + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private JsonObject key(JsonObject made) {
        return admin.get(KEYS + "/" + made.getJsonObject("api_key").getInt("id"))
                .json();
    }

    private static long number(String query) throws SQLException {
        try (var connection = TestServer.get().database().app().getConnection();
                var row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(String statement) throws SQLException {
        try (var connection = TestServer.get().database().app().getConnection()) {
            connection.createStatement().execute(statement);
        }
    }
}
