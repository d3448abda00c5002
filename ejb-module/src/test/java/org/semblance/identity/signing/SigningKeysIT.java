package org.semblance.identity.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.audit.Actor;
import org.semblance.database.MigratedDatabase;
import org.semblance.identity.IdentitySettings;
import org.semblance.platform.Sealer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Signing keys of several nodes against the migrated schema, as the application's own database role. */
class SigningKeysIT {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Actor ADA = Actor.user("ada");

    @TempDir
    static Path directory;

    private MigratedDatabase database;
    private Sealer sealer;

    @BeforeEach
    void open() throws IOException {
        database = MigratedDatabase.fresh();
        Path file = directory.resolve("sealing-key");
        Files.writeString(file, Base64.getEncoder().encodeToString(new byte[32]));
        sealer = new Sealer(file);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nodes_that_start_at_once_sign_with_one_key() throws Exception {
        var nodes = Executors.newFixedThreadPool(2);
        Callable<String> start = () -> keys(NOON).signing().id();

        var started = nodes.invokeAll(List.of(start, start));
        nodes.shutdown();

        assertThat(started.get(0).get()).isEqualTo(started.get(1).get());
        assertThat(store(NOON).list()).hasSize(1);
    }

    @Test
    void the_database_alone_does_not_give_a_private_key_away() throws SQLException {
        SigningKey key = keys(NOON).signing();

        try (var connection = database.superuser().getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT sealed_private_key FROM semblance.signing_key")) {
            rows.next();
            byte[] secret = Base64.getDecoder().decode(key.encoded());
            assertThat(new String(rows.getBytes(1), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain(key.encoded().substring(100, 120))
                    .doesNotContain(new String(secret, 100, 20, java.nio.charset.StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void another_node_believes_tokens_of_a_new_key_at_once_and_signs_with_it_within_a_minute() {
        var ticking = new ArrayList<>(List.of(NOON));
        SigningKeys other = new SigningKeys(store(NOON), ticking(ticking));
        String old = other.signing().id();
        SigningKeys here = keys(NOON);
        rotation(here, NOON).rotate(ADA);
        String rotated = here.signing().id();
        ticking.set(0, NOON.plusSeconds(6));

        assertThat(other.find(rotated)).isPresent();
        assertThat(other.find(old)).isPresent();
        ticking.set(0, NOON.plusSeconds(70));
        assertThat(other.signing().id()).isEqualTo(rotated).isNotEqualTo(old);
    }

    @Test
    void a_replaced_key_counts_until_its_last_token_has_expired_and_cannot_sign_any_more() {
        SigningKeys here = keys(NOON);
        String old = here.signing().id();
        rotation(here, NOON).rotate(ADA);

        assertThat(keys(NOON.plus(Duration.ofMinutes(16))).find(old)).isPresent();
        assertThat(keys(NOON.plus(Duration.ofMinutes(18))).find(old)).isEmpty();
        assertThat(privateKeys()).isEqualTo(1);
    }

    @Test
    void an_old_key_is_replaced_by_itself_and_forgotten_later() {
        String first = keys(NOON).signing().id();
        Instant later = NOON.plus(Duration.ofDays(91));

        rotation(keys(NOON.plus(Duration.ofDays(89))), NOON.plus(Duration.ofDays(89)))
                .keepUp();
        assertThat(keys(NOON).signing().id()).isEqualTo(first);
        rotation(keys(later), later).keepUp();
        rotation(keys(later), later).keepUp();

        assertThat(keys(later).signing().id()).isNotEqualTo(first);
        assertThat(store(later).list()).hasSize(2);
        rotation(keys(later), later.plus(Duration.ofHours(1))).keepUp();
        assertThat(store(later).list()).hasSize(1);
    }

    @Test
    void invented_keys_do_not_make_a_node_ask_the_database_each_time() {
        var counting = store(NOON);
        var ticking = new ArrayList<>(List.of(NOON));
        var keys = new SigningKeys(counting, ticking(ticking));
        keys.signing();

        for (int i = 0; i < 100; i++) {
            keys.find("000000000000" + (1000 + i));
        }
        assertThat(counting.reads).isEqualTo(1);
        ticking.set(0, NOON.plusSeconds(6));
        keys.find("0000000000001000");
        keys.find("0000000000001001");

        assertThat(counting.reads).isEqualTo(2);
    }

    @Test
    void what_was_read_counts_on_while_the_database_does_not_answer() {
        var failing = store(NOON);
        var ticking = new ArrayList<>(List.of(NOON));
        var keys = new SigningKeys(failing, ticking(ticking));
        String id = keys.signing().id();
        failing.failure = new IllegalStateException("away");
        ticking.set(0, NOON.plusSeconds(3600));

        assertThat(keys.signing().id()).isEqualTo(id);
        var cold = new SigningKeys(failing, ticking(ticking));
        assertThatThrownBy(cold::signing).hasMessage("away");
    }

    @Test
    void each_change_is_audited() throws SQLException {
        SigningKeys keys = keys(NOON);
        keys.signing();
        rotation(keys, NOON).rotate(Actor.caller("key:Ab12Cd34"));

        try (var connection = database.app().getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT actor_kind || ' ' || actor || ' ' || action FROM audit_entry ORDER BY id")) {
            var entries = new ArrayList<String>();
            while (rows.next()) {
                entries.add(rows.getString(1));
            }
            assertThat(entries)
                    .containsExactly("system semblance signing-key.created", "key key:Ab12Cd34 signing-key.rotated");
        }
    }

    private long privateKeys() {
        try (var connection = database.app().getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT count(sealed_private_key) FROM signing_key")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private SigningKeys keys(Instant now) {
        return new SigningKeys(store(now), Clock.fixed(now, ZoneOffset.UTC));
    }

    private SigningKeyRotation rotation(SigningKeys keys, Instant now) {
        return new SigningKeyRotation(
                store(now),
                keys,
                new SigningSettings(Duration.ofDays(90)),
                new IdentitySettings("unused", Duration.ofMinutes(15)),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private NodeStore store(Instant now) {
        return new NodeStore(database.app(), sealer, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Clock ticking(List<Instant> now) {
        return new Clock() {
            @Override
            public Instant instant() {
                return now.get(0);
            }

            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
    }
}
