package org.semblance.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.audit.AuditEvent;
import org.semblance.database.MigratedDatabase;
import org.semblance.platform.Sealer;
import org.semblance.platform.Statements;

import static org.assertj.core.api.Assertions.assertThat;

/** Authenticator apps on the migrated schema. */
class SecondFactorsIT {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final UUID ADA = new UUID(0, 1);

    private static MigratedDatabase database;

    @TempDir
    static Path directory;

    private final Recorded audit = new Recorded();
    private Instant now = NOON;
    private String secret;
    private List<String> recoveryCodes;

    @BeforeAll
    static void open() throws IOException {
        database = MigratedDatabase.fresh();
        Files.writeString(directory.resolve("key"), Base64.getEncoder().encodeToString(new byte[32]));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void ada_has_an_app() {
        sql().change("DELETE FROM app_user");
        sql().change(
                        "INSERT INTO app_user (id, username, display_name, password_hash) VALUES (?, 'ada', 'Ada', 'x')",
                        ADA);
        secret = factors().setUp(ADA).orElseThrow();
        recoveryCodes = factors().confirm(ADA, "ada", code(now)).orElseThrow();
        now = now.plusSeconds(30);
    }

    @Test
    void counts_once_a_first_code_has_proved_it() {
        sql().change("DELETE FROM second_factor");
        secret = factors().setUp(ADA).orElseThrow();

        assertThat(factors().isEnabled(ADA)).isFalse();
        assertThat(factors().confirm(ADA, "ada", "000000")).isEmpty();
        assertThat(factors().isEnabled(ADA)).isFalse();
        assertThat(factors().confirm(ADA, "ada", code(now))).isPresent();
        assertThat(factors().isEnabled(ADA)).isTrue();
        assertThat(factors().setUp(ADA)).as("while one counts").isEmpty();
    }

    @Test
    void a_code_counts_once() {
        assertThat(factors().accept(ADA, "ada", code(now))).isTrue();
        assertThat(factors().accept(ADA, "ada", code(now))).isFalse();
        assertThat(factors().accept(ADA, "ada", code(now.minusSeconds(30)))).isFalse();
        now = now.plusSeconds(30);
        assertThat(factors().accept(ADA, "ada", " " + code(now) + " ")).isTrue();
    }

    @Test
    void a_recovery_code_stands_in_once() {
        String code = recoveryCodes.get(3);

        assertThat(recoveryCodes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(text -> text.matches("([a-z2-9]{4}-){3}[a-z2-9]{4}"));
        assertThat(factors().accept(ADA, "ada", code.replace("-", "").toUpperCase(java.util.Locale.ROOT)))
                .isTrue();
        assertThat(factors().accept(ADA, "ada", code)).isFalse();
        assertThat(factors().recoveryCodes(ADA)).isEqualTo(9);
        assertThat(audit.events).extracting(AuditEvent::action).contains("user.recovery-code-used");
    }

    @Test
    void new_recovery_codes_replace_the_old_ones() {
        List<String> renewed = factors().renewRecoveryCodes(ADA);

        assertThat(factors().accept(ADA, "ada", recoveryCodes.get(0))).isFalse();
        assertThat(factors().accept(ADA, "ada", renewed.get(0))).isTrue();
    }

    @Test
    void the_database_holds_neither_secret_nor_codes() {
        String dump = sql().list(
                        "SELECT encode(secret, 'escape') FROM second_factor"
                                + " UNION ALL SELECT encode(hash, 'escape') FROM recovery_code",
                        row -> row.getString(1))
                .toString();

        assertThat(dump)
                .doesNotContain(secret)
                .doesNotContain(recoveryCodes.get(0).replace("-", ""));
    }

    @Test
    void is_gone_with_its_codes() {
        factors().remove(ADA, "ada");

        assertThat(factors().isEnabled(ADA)).isFalse();
        assertThat(factors().recoveryCodes(ADA)).isZero();
        assertThat(factors().accept(ADA, "ada", code(now))).isFalse();
    }

    private String code(Instant time) {
        return new Totp(Base32.decode(secret)).code(time.getEpochSecond() / Totp.STEP_SECONDS);
    }

    private SecondFactors factors() {
        return new SecondFactors(
                database.app(), new Sealer(directory.resolve("key")), audit, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Statements sql() {
        return new Statements(database.app());
    }
}
