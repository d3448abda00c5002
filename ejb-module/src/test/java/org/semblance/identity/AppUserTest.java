package org.semblance.identity;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AppUserTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final AppUser user = new AppUser(new UUID(0, 1), "ada", "hash", NOW);

    @Test
    void a_one_time_password_must_be_changed() {
        user.withOneTimePassword();
        assertThat(user.mustChangePassword()).isTrue();

        user.changePassword("new hash");

        assertThat(user.mustChangePassword()).isFalse();
        assertThat(user.passwordHash()).isEqualTo("new hash");
        assertThat(user.maySignIn(NOW)).isTrue();
    }
}
