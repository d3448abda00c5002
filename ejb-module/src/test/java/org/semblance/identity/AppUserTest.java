package org.semblance.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AppUserTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final AppUser user = new AppUser(new UUID(0, 1), "ada", "hash", NOW);

    @Test
    void a_few_wrong_passwords_lock_nobody_out() {
        fail(4);

        assertThat(user.isLocked(NOW)).isFalse();
    }

    @Test
    void more_wrong_passwords_lock_for_a_growing_while() {
        fail(5);
        assertThat(user.isLocked(NOW)).isTrue();
        assertThat(user.isLocked(NOW.plusSeconds(1))).isFalse();

        fail(5);
        assertThat(user.isLocked(NOW.plusSeconds(31))).isTrue();
    }

    @Test
    void no_number_of_wrong_passwords_locks_out_for_good() {
        fail(500);

        assertThat(user.isLocked(NOW.plus(Duration.ofMinutes(15)))).isFalse();
    }

    @Test
    void signing_in_forgives() {
        fail(4);
        user.signedIn(NOW);
        fail(4);

        assertThat(user.isLocked(NOW)).isFalse();
        assertThat(user.lastSignInAt()).isEqualTo(NOW);
    }

    @Test
    void a_one_time_password_must_be_changed() {
        user.withOneTimePassword();
        assertThat(user.mustChangePassword()).isTrue();

        user.changePassword("new hash");

        assertThat(user.mustChangePassword()).isFalse();
        assertThat(user.passwordHash()).isEqualTo("new hash");
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            user.passwordFailed(NOW);
        }
    }
}
