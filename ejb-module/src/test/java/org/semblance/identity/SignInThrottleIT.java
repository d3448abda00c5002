package org.semblance.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.TestTransaction;
import org.semblance.database.MigratedDatabase;
import org.semblance.platform.RequestContext;
import org.semblance.platform.Statements;

import static org.assertj.core.api.Assertions.assertThat;

/** Who guesses waits, and nobody else; on the migrated schema. */
class SignInThrottleIT {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String HERE = "192.0.2.7";
    private static final String ELSEWHERE = "198.51.100.9";
    private static final String PASSWORD = "correct horse battery";
    private static final AppUser ADA = new AppUser(new UUID(0, 1), "ada", PasswordHash.of(PASSWORD), NOON);

    private static MigratedDatabase database;
    private Instant now = NOON;

    @BeforeAll
    static void open() {
        database = MigratedDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void ada_exists() {
        new Statements(database.app()).change("DELETE FROM sign_in_throttle");
        new Statements(database.app()).change("DELETE FROM app_user");
        new Statements(database.app())
                .change(
                        "INSERT INTO app_user (id, username, display_name, password_hash) VALUES (?, 'ada', 'Ada', 'x')",
                        ADA.id());
    }

    @AfterEach
    void end_the_request() {
        RequestContext.end();
    }

    @Test
    void a_few_wrong_passwords_make_nobody_wait() {
        assertThat(accepted("ada", HERE, 5)).isEqualTo(5);
        assertThat(accepted("ada", HERE, 1)).isZero();
    }

    @Test
    void each_further_one_waits_twice_as_long_up_to_a_quarter_of_an_hour() {
        accepted("ada", HERE, 5);
        for (int seconds = 1; seconds < 900; seconds *= 2) {
            now = now.plusSeconds(seconds).minusMillis(1);
            assertThat(accepted("ada", HERE, 1)).as("%s s", seconds).isZero();
            now = now.plusMillis(1);
            assertThat(accepted("ada", HERE, 1)).as("%s s", seconds).isEqualTo(1);
        }

        now = now.plusSeconds(900);
        assertThat(accepted("ada", HERE, 1)).isEqualTo(1);
    }

    @Test
    void what_comes_too_early_does_not_make_the_wait_longer() {
        accepted("ada", HERE, 1000);

        now = now.plusSeconds(1);

        assertThat(accepted("ada", HERE, 1)).isEqualTo(1);
    }

    @Test
    void signing_in_forgives() {
        accepted("ada", HERE, 4);
        throttle().succeeded("ADA", HERE);

        assertThat(accepted("ada", HERE, 5)).isEqualTo(5);
    }

    @Test
    void a_right_password_without_its_code_forgives_only_itself() {
        accepted("ada", HERE, 4);
        throttle().withdraw("ada", HERE);

        assertThat(accepted("ada", HERE, 5)).isEqualTo(2);
    }

    @Test
    void a_day_later_all_is_forgotten() {
        accepted("ada", HERE, 5);
        now = now.plus(Duration.ofDays(1)).plusSeconds(1);

        assertThat(accepted("ada", HERE, 5)).isEqualTo(5);
        var attempts = new SignInAttempts().on(database.app());
        assertThat(attempts.purge(now.minus(Duration.ofDays(1)), 10).isEmpty()).isTrue();
        now = now.plus(Duration.ofDays(1)).plusSeconds(1);
        assertThat(attempts.purge(now.minus(Duration.ofDays(1)), 10).rows()).isEqualTo(3);
    }

    @Test
    void many_addresses_share_what_is_left_for_a_name_that_is_new_to_them() {
        int taken = 0;
        for (int host = 0; host < 60; host++) {
            taken += accepted("ada", "203.0.113." + host, 4);
        }

        assertThat(taken).isEqualTo(SignInThrottle.HOURLY_BUDGET);
        now = now.plus(Duration.ofHours(1));
        assertThat(accepted("ada", ELSEWHERE, 1)).isEqualTo(1);
    }

    @Test
    void many_addresses_take_nothing_from_where_somebody_has_been_before() {
        new Statements(database.app())
                .change(
                        "INSERT INTO user_session (id, user_id, kind, created_at, last_used_at, proved_at, expires_at,"
                                + " client_address) VALUES (?, ?, 'api', ?, ?, ?, ?, ?)",
                        new UUID(0, 3),
                        ADA.id(),
                        NOON.minusSeconds(60),
                        NOON,
                        NOON,
                        NOON.plusSeconds(60),
                        HERE);
        for (int host = 0; host < 60; host++) {
            accepted("ada", "203.0.113." + host, 4);
        }

        assertThat(accepted("ada", ELSEWHERE, 1)).isZero();
        assertThat(accepted("ada", HERE, 5)).isEqualTo(5);
    }

    @Test
    void one_address_does_not_try_all_names() {
        int taken = 0;
        for (int name = 0; name < 150; name++) {
            taken += accepted("user" + name, HERE, 1);
        }

        assertThat(taken).isEqualTo(SignInThrottle.HOURLY_BUDGET);
    }

    @Test
    void addresses_of_one_network_are_one() {
        accepted("ada", "2001:db8:1:2:aaaa::1", 5);

        assertThat(accepted("ada", "2001:db8:1:2:bbbb::2", 1)).isZero();
        assertThat(accepted("ada", "2001:db8:1:3:aaaa::1", 1)).isEqualTo(1);
    }

    @Test
    void many_attempts_at_once_gain_nothing() throws InterruptedException {
        var taken = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 200; i++) {
            threads.execute(() -> taken.addAndGet(accepted("ada", HERE, 1)));
        }
        threads.shutdown();

        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(taken).hasValue(5);
    }

    @Test
    void a_thousand_bad_sign_ins_do_not_slow_a_good_one_from_elsewhere() {
        var proof = new PasswordProof(new OnlyAda(), new NoSecondFactors(), throttle(), clock());
        long quiet = quickestOfThree(proof);

        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            refused += signIn(proof, HERE, "wrong password " + i) < 0 ? 1 : 0;
        }
        long afterwards = quickestOfThree(proof);

        assertThat(refused).isEqualTo(1000);
        assertThat(afterwards).isLessThan(quiet + TimeUnit.MILLISECONDS.toNanos(250));
        now = now.plusSeconds(1);
        assertThat(signIn(proof, HERE, PASSWORD))
                .as("nothing is locked for good")
                .isPositive();
    }

    /** One sign-in is slow now and then because another process had the processor; not three. */
    private static long quickestOfThree(PasswordProof proof) {
        long quickest = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long took = signIn(proof, ELSEWHERE, PASSWORD);
            assertThat(took).as("let in").isPositive();
            quickest = Math.min(quickest, took);
        }
        return quickest;
    }

    /** Nanoseconds that it took; negative when it was refused. */
    private static long signIn(PasswordProof proof, String address, String password) {
        RequestContext.begin("request", address);
        long began = System.nanoTime();
        try {
            proof.require(new Credentials("ada", password));
            return System.nanoTime() - began;
        } catch (SignInRefusedException refused) {
            return -1;
        }
    }

    private int accepted(String username, String address, int attempts) {
        int taken = 0;
        for (int i = 0; i < attempts; i++) {
            try {
                throttle().begin(username, address);
                taken++;
            } catch (SignInRefusedException tooEarly) {
                // counted by not being taken
            }
        }
        return taken;
    }

    private SignInThrottle throttle() {
        return new SignInThrottle(database.app(), clock()) {
            @Override
            public void begin(String username, String address) {
                TestTransaction.in(database.app(), source -> {
                    new SignInThrottle(source, clock()).begin(username, address);
                    return true;
                });
            }
        };
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static final class OnlyAda extends UserStore {
        @Override
        public Optional<AppUser> find(String username) {
            return username.equals("ada") ? Optional.of(ADA) : Optional.empty();
        }

        @Override
        public void recordFailure(String username) {}
    }

    private static final class NoSecondFactors extends SecondFactors {
        @Override
        public boolean isEnabled(UUID user) {
            return false;
        }
    }
}
