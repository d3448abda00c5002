package org.semblance.ear;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
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

/** What administrators keep, from the first to the last request about it. */
@ArquillianTest
@RunAsClient
class AccountsIT {
    /** A state that nothing has reached yet. */
    private static final String STALE = "\"9-0-0\"";

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
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
    void a_department_is_made_renamed_and_removed() {
        long id = made("/api/v1/departments", "{\"name\": \"Gates %s\"}")
                .getJsonNumber("id")
                .longValue();
        String department = "/api/v1/departments/" + id;
        Answer seen = admin.get(department);
        String renamed = "{\"name\": \"Doors %s\"}".formatted(unique);

        assertThat(seen.json().getString("name")).isEqualTo("Gates " + unique);
        assertProblem(admin.put(department, renamed, STALE), 412, "version-mismatch");
        assertThat(admin.put(department, renamed, seen.header("ETag")).json().getString("name"))
                .isEqualTo("Doors " + unique);
        assertThat(admin.delete(department).status()).isEqualTo(204);
        assertThat(admin.get(department).status()).isEqualTo(404);
    }

    @Test
    void a_role_is_made_changed_by_whoever_saw_it_and_removed() {
        made(
                "/api/v1/roles",
                "{\"name\": \"watch-%s\", \"description\": \"Watches\", \"permissions\": [\"job:read\"]}");
        String role = "/api/v1/roles/watch-" + unique;
        Answer seen = admin.get(role);

        assertThat(seen.body()).contains("job:read").contains("\"built_in\":false");
        assertProblem(patch(role, "{\"description\": \"Looks\"}", STALE), 412, "version-mismatch");
        assertThat(patch(role, "{\"description\": \"Looks\"}", seen.header("ETag"))
                        .status())
                .isEqualTo(200);
        assertThat(admin.delete(role).status()).isEqualTo(204);
        assertThat(admin.get(role).status()).isEqualTo(404);
    }

    @Test
    void a_user_is_changed_by_whoever_saw_them_and_gets_another_password() {
        String id = made("/api/v1/users", "{\"username\": \"bea-%s\"}")
                .getJsonObject("user")
                .getString("id");
        String user = "/api/v1/users/" + id;
        Answer seen = admin.get(user);

        assertProblem(patch(user, "{\"display_name\": \"Bea\"}", STALE), 412, "version-mismatch");
        assertThat(patch(user, "{\"display_name\": \"Bea\"}", seen.header("ETag"))
                        .body())
                .contains("\"display_name\":\"Bea\"");
        assertThat(admin.post(user + "/password-reset", "").body()).contains("one_time_password");
        assertThat(admin.get(user + "/sessions").json().getJsonArray("items")).isEmpty();
    }

    @Test
    void sessions_are_ended_one_by_one() {
        ApiClient ada = TestUsers.withRole("member");
        String id = ada.get("/api/v1/auth/me").json().getString("id");
        String session = session(admin.get("/api/v1/users/" + id + "/sessions"));

        assertThat(admin.delete("/api/v1/users/" + id + "/sessions/" + session).status())
                .isEqualTo(204);

        assertThat(ada.get("/api/v1/auth/me").status()).isEqualTo(401);
        ApiClient bea = TestUsers.withRole("member");
        String own = session(bea.get("/api/v1/auth/sessions"));
        assertThat(bea.delete("/api/v1/auth/sessions/" + own).status()).isEqualTo(204);
        ApiClient eva = TestUsers.withRole("member");
        assertThat(eva.post("/api/v1/auth/sign-out", "").status()).isEqualTo(204);
        assertThat(eva.get("/api/v1/auth/me").status()).isEqualTo(401);
    }

    @Test
    void an_authenticator_app_is_set_up_and_given_up() throws GeneralSecurityException {
        ApiClient ada = TestUsers.withRole("member");
        String secret = ada.post("/api/v1/auth/totp", "").json().getString("secret");
        String code = "{\"code\": \"%s\"}".formatted(IdentityIT.code(secret));
        assertThat(ada.post("/api/v1/auth/totp/confirm", code).status()).isEqualTo(200);

        assertThat(ada.get("/api/v1/auth/totp").status()).isEqualTo(200);
        assertThat(ada.post("/api/v1/auth/totp/recovery-codes", "").body()).contains("recovery_codes");
        assertThat(ada.delete("/api/v1/auth/totp").status()).isEqualTo(204);
        String id = ada.get("/api/v1/auth/me").json().getString("id");
        assertThat(admin.delete("/api/v1/users/" + id + "/totp").status()).isIn(204, 404);
    }

    @Test
    void a_key_is_renamed() {
        JsonObject key = made("/api/v1/api-keys", "{\"name\": \"Gate %s\", \"permissions\": [\"job:read\"]}")
                .getJsonObject("api_key");

        Answer renamed = admin.patch("/api/v1/api-keys/" + key.getJsonNumber("id"), "{\"name\": \"Door\"}");

        assertThat(renamed.body()).contains("\"name\":\"Door\"");
    }

    @Test
    void a_weak_password_is_no_new_one() {
        Answer weak = ApiClient.anonymous().post("/api/v1/auth/password", """
                {"username": "admin", "current_password": "%s", "new_password": "passwordpassword"}
                """.formatted(ApiClient.PASSWORD));

        assertProblem(weak, 422, "password-too-weak");
    }

    private JsonObject made(String path, String body) {
        Answer answer = admin.post(path, body.formatted(unique));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private Answer patch(String path, String body, String ifMatch) {
        return admin.send(admin.request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .method("PATCH", BodyPublishers.ofString(body)));
    }

    private static String session(Answer sessions) {
        return sessions.json().getJsonArray("items").getJsonObject(0).getString("id");
    }
}
