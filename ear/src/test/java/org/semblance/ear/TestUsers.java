package org.semblance.ear;

import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** Makes users who have chosen a password and signed in. */
final class TestUsers {
    private static final String PASSWORD = "an inconspicuous sentence 17";

    private static @Nullable String hash;

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
        choosePassword(name, made.json().getString("one_time_password"));
        return new Account(name, PASSWORD);
    }

    /** As everybody chooses theirs; whoever comes later is given the same, for each one is a second of hashing. */
    private static synchronized void choosePassword(String name, String oneTimePassword) {
        if (hash != null) {
            text("UPDATE semblance.app_user SET password_hash = '" + hash + "', must_change_password = false,"
                    + " password_expires_at = NULL WHERE username = '" + name + "' RETURNING username");
            return;
        }
        Answer changed =
                ApiClient.anonymous().post("/api/v1/auth/password", """
                {"username": "%s", "current_password": "%s", "new_password": "%s"}
                """.formatted(name, oneTimePassword, PASSWORD));
        assertThat(changed.status()).as(changed.body()).isEqualTo(204);
        hash = text("SELECT password_hash FROM semblance.app_user WHERE username = '" + name + "'");
    }

    private static String text(String query) {
        try (var connection = TestServer.get().database().superuser().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
