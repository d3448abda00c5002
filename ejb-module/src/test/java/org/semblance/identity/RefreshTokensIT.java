package org.semblance.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.TestTransaction;
import org.semblance.audit.AuditEvent;
import org.semblance.database.MigratedDatabase;
import org.semblance.identity.RefreshTokens.Renewal;
import org.semblance.platform.Statements;

import static org.assertj.core.api.Assertions.assertThat;

/** Refresh tokens on the migrated schema. */
class RefreshTokensIT {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final UUID ADA = new UUID(0, 1);
    private static final SessionSettings SETTINGS =
            new SessionSettings(Duration.ofHours(24), Duration.ofHours(1), Duration.ZERO, Duration.ofMinutes(5));

    private static MigratedDatabase database;
    private final Recorded audit = new Recorded();
    private Instant now = NOON;
    private UUID session;
    private String first;

    @BeforeAll
    static void open() {
        database = MigratedDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void ada_has_signed_in() {
        sql().change("DELETE FROM app_user");
        sql().change(
                        "INSERT INTO app_user (id, username, display_name, password_hash) VALUES (?, 'ada', 'Ada', 'x')",
                        ADA);
        session = sessions().begin(ADA, SessionKind.API);
        first = TestTransaction.in(database.app(), source -> tokens(source).issue(session));
    }

    @Test
    void each_token_gives_the_next() {
        Renewal second = renew(first).orElseThrow();
        Renewal third = renew(second.token()).orElseThrow();

        assertThat(third.session()).isEqualTo(session);
        assertThat(third.user()).isEqualTo(ADA);
        assertThat(third.token()).startsWith("sr_").hasSize(46).isNotEqualTo(second.token());
        assertThat(ended()).isFalse();
    }

    @Test
    void the_database_does_not_hold_the_token() {
        assertThat(sql().exists("SELECT 1 FROM refresh_token WHERE encode(hash, 'escape') LIKE '%' || ? || '%'", first))
                .isFalse();
    }

    @Test
    void a_second_use_ends_the_session_for_both() {
        Renewal second = renew(first).orElseThrow();
        now = now.plusSeconds(31);

        assertThat(renew(first)).isEmpty();

        assertThat(ended()).isTrue();
        assertThat(grants().find(ADA, second.session())).isEmpty();
        assertThat(audit.events).extracting(AuditEvent::action).containsExactly("session.token-reused");
    }

    @Test
    void a_second_use_is_theft_at_once_when_the_answer_was_used() {
        Renewal second = renew(first).orElseThrow();
        renew(second.token());

        assertThat(renew(first)).isEmpty();
        assertThat(ended()).isTrue();
    }

    @Test
    void a_client_whose_answer_got_lost_may_ask_again() {
        renew(first);
        now = now.plusSeconds(20);

        Renewal again = renew(first).orElseThrow();

        assertThat(renew(again.token())).isPresent();
        assertThat(ended()).isFalse();
    }

    @Test
    void the_lost_answer_is_worth_nothing_to_who_finds_it() {
        Renewal lost = renew(first).orElseThrow();
        renew(first);

        assertThat(renew(lost.token())).isEmpty();
        assertThat(ended()).isTrue();
    }

    @Test
    void of_two_at_once_only_one_chain_goes_on() throws Exception {
        var both = Executors.newFixedThreadPool(2);
        Callable<Optional<Renewal>> renewing = () -> renew(first);
        var done = both.invokeAll(List.of(renewing, renewing));
        both.shutdown();
        String one = done.get(0).get().orElseThrow().token();
        String other = done.get(1).get().orElseThrow().token();

        boolean firstGoesOn = renew(one).isPresent();
        boolean otherGoesOn = renew(other).isPresent();

        assertThat(firstGoesOn && otherGoesOn).isFalse();
        assertThat(ended()).isTrue();
    }

    @Test
    void an_unknown_token_ends_nothing() {
        assertThat(renew("sr_nonsense")).isEmpty();
        assertThat(ended()).isFalse();
    }

    private Optional<Renewal> renew(String token) {
        return TestTransaction.in(database.app(), source -> tokens(source).renew(token));
    }

    private boolean ended() {
        return grants().find(ADA, session).isEmpty();
    }

    private RefreshTokens tokens(javax.sql.DataSource source) {
        return new RefreshTokens(source, new SessionStore(source, SETTINGS, audit, clock()), audit, clock());
    }

    private SessionStore sessions() {
        return new SessionStore(database.app(), SETTINGS, audit, clock());
    }

    private Grants grants() {
        return new Grants(database.app(), SETTINGS, clock());
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static Statements sql() {
        return new Statements(database.app());
    }
}
