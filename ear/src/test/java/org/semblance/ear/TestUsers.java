package org.semblance.ear;

import java.util.UUID;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** Makes users who have chosen a password and signed in. */
final class TestUsers {
    private static final String PASSWORD = "an inconspicuous sentence 17";

    private TestUsers() {}

    /** Somebody with a role everywhere. */
    static ApiClient withRole(String role) {
        return signedIn("[{\"role\": \"%s\"}]".formatted(role));
    }

    /** Somebody with a role in one gallery. */
    static ApiClient withRole(String role, String gallery) {
        return signedIn("[{\"role\": \"%s\", \"gallery\": \"%s\"}]".formatted(role, gallery));
    }

    /** Somebody with a role everywhere, who has chosen a password and signs in wherever they like. */
    static Account account(String role) {
        return account(role, "[{\"role\": \"%s\"}]".formatted(role));
    }

    private static Account account(String named, String roles) {
        String name = "it-" + named + "-" + UUID.randomUUID();
        Answer made = ApiClient.administrator().post("/api/v1/users", """
                {"username": "%s", "roles": %s}
                """.formatted(name, roles));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        Answer changed = ApiClient.anonymous().post("/api/v1/auth/password", """
                {"username": "%s", "current_password": "%s", "new_password": "%s"}
                """.formatted(
                        name, made.json().getString("one_time_password"), PASSWORD));
        assertThat(changed.status()).as(changed.body()).isEqualTo(204);
        return new Account(name, PASSWORD);
    }

    private static ApiClient signedIn(String roles) {
        Account account = account("api", roles);
        Answer token =
                ApiClient.anonymous().post("/api/v1/auth/token", """
                {"username": "%s", "password": "%s"}
                """.formatted(account.username(), account.password()));
        assertThat(token.status()).as(token.body()).isEqualTo(200);
        return ApiClient.withToken(token.json().getString("access_token"));
    }

    /** What somebody signs in with. */
    record Account(String username, String password) {}
}
