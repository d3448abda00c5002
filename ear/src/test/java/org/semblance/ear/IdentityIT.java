package org.semblance.ear;

import jakarta.json.JsonObject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.semblance.ear.Problems.assertProblem;

/** Users, roles and sessions of the deployed application: what is changed counts from the next request on. */
@ArquillianTest
@RunAsClient
class IdentityIT {
    private static final String CHOSEN = "a violet umbrella 7";

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
    void a_new_user_chooses_a_password_and_may_do_what_their_roles_say() {
        User ada = user("member");

        assertThat(ada.client().get("/api/v1/auth/me").body()).contains("vision:detect");
        assertProblem(ada.client().get("/api/v1/galleries"), 403, "permission-missing");
        assertProblem(ada.client().get("/api/v1/users"), 403, "permission-missing");
    }

    @Test
    void a_role_that_is_given_or_taken_counts_from_the_next_request() {
        User ada = user("member");
        assertProblem(ada.client().get("/api/v1/galleries"), 403, "permission-missing");

        admin.post("/api/v1/users/" + ada.id() + "/roles", "{\"role\": \"enroller\"}");
        assertThat(ada.client().get("/api/v1/galleries").status()).isEqualTo(200);

        admin.delete("/api/v1/users/" + ada.id() + "/roles/enroller");
        assertProblem(ada.client().get("/api/v1/galleries"), 403, "permission-missing");
    }

    @Test
    void a_role_of_the_companys_own_counts_as_it_is_changed() {
        String role = "watch-" + UUID.randomUUID().toString().substring(0, 8);
        String made =
                "{\"name\": \"%s\", \"description\": \"Watches\", \"permissions\": [\"job:read\"]}".formatted(role);
        assertThat(admin.post("/api/v1/roles", made).status()).isEqualTo(201);
        User ada = user(role);
        assertThat(ada.client().get("/api/v1/jobs").status()).isEqualTo(200);

        Answer changed = admin.patch("/api/v1/roles/" + role, "{\"permissions\": [\"gallery:read\"]}");

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertProblem(ada.client().get("/api/v1/jobs"), 403, "permission-missing");
        assertThat(ada.client().get("/api/v1/galleries").status()).isEqualTo(200);
        assertProblem(admin.delete("/api/v1/roles/" + role), 409, "still-in-use");
    }

    @Test
    void a_disabled_user_is_out_at_once_and_stays_out() {
        User ada = user("enroller");

        assertThat(admin.patch("/api/v1/users/" + ada.id(), "{\"active\": false}")
                        .status())
                .isEqualTo(200);

        assertProblem(ada.client().get("/api/v1/galleries"), 401, "token-invalid");
        assertProblem(refresh(ada.refreshToken()), 401, "refresh-refused");
        assertProblem(token(ada.name(), CHOSEN, ""), 401, "sign-in-refused");
    }

    @Test
    void a_password_is_changed_only_by_who_knows_it() {
        User ada = user("member");

        assertProblem(
                ApiClient.anonymous().post("/api/v1/auth/password", """
                        {"username": "%s", "current_password": "a red umbrella 8", "new_password": "a green umbrella 9"}
                        """.formatted(ada.name())), 401, "sign-in-refused");

        assertThat(token(ada.name(), CHOSEN, "").status()).isEqualTo(200);
    }

    @Test
    void the_last_administrator_cannot_be_disabled() {
        JsonObject self = admin.get("/api/v1/auth/me").json();
        // Other tests have made some, who are not needed any more.
        for (JsonObject user : admin.get("/api/v1/users?limit=200&active=true")
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)) {
            boolean isOther = !user.getString("id").equals(self.getString("id"));
            if (isOther && user.getJsonArray("roles").toString().contains("administrator")) {
                admin.patch("/api/v1/users/" + user.getString("id"), "{\"active\": false}");
            }
        }

        assertProblem(
                admin.patch("/api/v1/users/" + self.getString("id"), "{\"active\": false}"), 409, "last-administrator");
    }

    @Test
    void sessions_are_listed_and_ended() {
        User ada = user("enroller");
        JsonObject elsewhere = token(ada.name(), CHOSEN, "").json();
        ApiClient other = ApiClient.withToken(elsewhere.getString("access_token"));

        Answer sessions = ada.client().get("/api/v1/auth/sessions");
        assertThat(sessions.json().getJsonArray("items")).hasSize(2);
        assertThat(sessions.body()).contains("127.0.0.1").contains("\"current\":true");
        assertThat(ada.client().delete("/api/v1/auth/sessions").status()).isEqualTo(204);

        assertProblem(other.get("/api/v1/galleries"), 401, "token-invalid");
        assertThat(ada.client().get("/api/v1/galleries").status()).isEqualTo(200);
        assertThat(admin.delete("/api/v1/users/" + ada.id() + "/sessions").status())
                .isEqualTo(204);
        assertProblem(ada.client().get("/api/v1/galleries"), 401, "token-invalid");
    }

    @Test
    void a_refresh_token_that_is_used_by_two_ends_the_session() {
        User ada = user("enroller");
        JsonObject second = refresh(ada.refreshToken()).json();
        assertThat(refresh(second.getString("refresh_token")).status()).isEqualTo(200);

        assertProblem(refresh(ada.refreshToken()), 401, "refresh-refused");

        assertProblem(ada.client().get("/api/v1/galleries"), 401, "token-invalid");
    }

    @Test
    void an_authenticator_app_is_asked_for_its_code() throws GeneralSecurityException {
        User ada = user("member");
        String secret = ada.client().post("/api/v1/auth/totp", "{}").json().getString("secret");
        String used = code(secret);
        Answer confirmed = ada.client().post("/api/v1/auth/totp/confirm", "{\"code\": \"%s\"}".formatted(used));
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        String recovery = confirmed.json().getJsonArray("recovery_codes").getString(0);

        assertProblem(token(ada.name(), CHOSEN, ""), 401, "second-factor-required");
        assertProblem(token(ada.name(), CHOSEN, used), 401, "sign-in-refused");
        assertThat(token(ada.name(), CHOSEN, recovery).status()).isEqualTo(200);
        assertProblem(token(ada.name(), CHOSEN, recovery), 401, "sign-in-refused");
    }

    @Test
    void a_step_up_needs_the_right_password() {
        User ada = user("member");

        assertProblem(
                ada.client().post("/api/v1/auth/step-up", "{\"password\": \"not this one\"}"), 401, "sign-in-refused");
        assertThat(ada.client()
                        .post("/api/v1/auth/step-up", "{\"password\": \"%s\"}".formatted(CHOSEN))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void many_bad_sign_ins_do_not_slow_anothers_good_one() {
        User ada = user("member");
        for (int i = 0; i < 1000; i++) {
            token("victim", "guess " + i, "");
        }

        long began = System.nanoTime();
        Answer answer = token(ada.name(), CHOSEN, "");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(System.nanoTime() - began).isLessThan(2_000_000_000L);
    }

    private User user(String role) {
        String name = "ada-" + UUID.randomUUID().toString().substring(0, 8);
        Answer made = admin.post(
                "/api/v1/users", "{\"username\": \"%s\", \"roles\": [{\"role\": \"%s\"}]}".formatted(name, role));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String once = made.json().getString("one_time_password");
        assertProblem(token(name, once, ""), 403, "password-change-required");
        Answer changed = ApiClient.anonymous().post("/api/v1/auth/password", """
                {"username": "%s", "current_password": "%s", "new_password": "%s"}
                """.formatted(name, once, CHOSEN));
        assertThat(changed.status()).as(changed.body()).isEqualTo(204);
        JsonObject tokens = token(name, CHOSEN, "").json();
        return new User(
                made.json().getJsonObject("user").getString("id"),
                name,
                ApiClient.withToken(tokens.getString("access_token")),
                tokens.getString("refresh_token"));
    }

    private static Answer token(String name, String password, String code) {
        return ApiClient.anonymous().post("/api/v1/auth/token", """
                {"username": "%s", "password": "%s", "code": "%s"}
                """.formatted(name, password, code));
    }

    private static Answer refresh(String token) {
        return ApiClient.anonymous().post("/api/v1/auth/refresh", "{\"refresh_token\": \"%s\"}".formatted(token));
    }

    /** What an authenticator app shows, written down a second time. */
    static String code(String secret) throws GeneralSecurityException {
        var bits = new java.math.BigInteger("0");
        for (int i = 0; i < secret.length(); i++) {
            bits = bits.shiftLeft(5)
                    .or(java.math.BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(secret.charAt(i))));
        }
        byte[] number = bits.toByteArray();
        byte[] key = new byte[20];
        int length = Math.min(number.length, key.length);
        System.arraycopy(number, number.length - length, key, key.length - length, length);
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key, "HmacSHA1"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8)
                .putLong(Instant.now().getEpochSecond() / 30)
                .array());
        int at = hash[19] & 0xF;
        return "%06d".formatted((ByteBuffer.wrap(hash, at, 4).getInt() & 0x7FFFFFFF) % 1_000_000);
    }

    private record User(String id, String name, ApiClient client, String refreshToken) {}
}
