package org.semblance.idempotency;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.database.MigratedDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Requests against the migrated schema, as the application's own database role. */
class IdempotentRequestsIT {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String TARGET = "POST /api/v1/persons";
    private static final byte[] SHA = new byte[32];
    private static final byte[] OTHER_SHA = "another body, of just 32 letters".getBytes(StandardCharsets.US_ASCII);
    private static final Answer CREATED =
            new Answer(201, "application/json", "/api/v1/persons/7", "{}".getBytes(StandardCharsets.UTF_8));

    private static MigratedDatabase database;

    @BeforeAll
    static void open() {
        database = MigratedDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void the_same_request_is_answered_as_the_first_time() {
        var key = new IdempotencyKey("ada", "same");
        requests(NOON).begin(key, TARGET);
        requests(NOON).finish(key, SHA, CREATED);

        Answer again = requests(NOON).begin(key, TARGET).orElseThrow().answerTo(SHA);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.location()).isEqualTo("/api/v1/persons/7");
        assertThat(again.body()).isEqualTo(CREATED.body());
    }

    @Test
    void a_key_stands_for_one_request_of_one_caller() {
        var key = new IdempotencyKey("ada", "mine");
        requests(NOON).begin(key, TARGET);
        requests(NOON).finish(key, SHA, CREATED);
        var known = requests(NOON).begin(key, TARGET).orElseThrow();

        assertThatThrownBy(() -> known.answerTo(OTHER_SHA)).isInstanceOf(KeyReusedException.class);
        assertThatThrownBy(() -> requests(NOON).begin(key, "DELETE /api/v1/persons/7"))
                .isInstanceOf(KeyReusedException.class);
        assertThat(requests(NOON).begin(new IdempotencyKey("eve", "mine"), TARGET))
                .isEmpty();
    }

    @Test
    void of_two_at_once_one_is_done() throws Exception {
        var key = new IdempotencyKey("ada", "race");
        var both = Executors.newFixedThreadPool(2);

        List<Future<Optional<KnownRequest>>> begun = both.invokeAll(List.of(
                () -> requests(NOON).begin(key, TARGET), () -> requests(NOON).begin(key, TARGET)));
        both.shutdown();

        assertThat(begun).filteredOn(IdempotentRequestsIT::isDone).hasSize(1);
    }

    @Test
    void what_failed_or_died_may_be_tried_again() {
        var failed = new IdempotencyKey("ada", "failed");
        requests(NOON).begin(failed, TARGET);
        requests(NOON).abandon(failed);
        var died = new IdempotencyKey("ada", "died");
        requests(NOON).begin(died, TARGET);

        assertThat(requests(NOON).begin(failed, TARGET)).isEmpty();
        assertThatThrownBy(() -> requests(NOON.plusSeconds(60)).begin(died, TARGET))
                .isInstanceOf(KeyInUseException.class);
        assertThat(requests(NOON.plusSeconds(301)).begin(died, TARGET)).isEmpty();
    }

    @Test
    void is_forgotten_after_a_day() {
        var key = new IdempotencyKey("ada", "old");
        requests(NOON.minus(Duration.ofHours(25))).begin(key, TARGET);
        requests(NOON.minus(Duration.ofHours(25))).finish(key, SHA, CREATED);

        new AnsweredRequests().on(database.app()).purge(NOON.minus(Duration.ofDays(1)), 10);

        assertThat(requests(NOON).begin(key, TARGET)).isEmpty();
    }

    private static boolean isDone(Future<Optional<KnownRequest>> begun) {
        try {
            return begun.get().isEmpty();
        } catch (InterruptedException | ExecutionException refused) {
            return false;
        }
    }

    private static IdempotentRequests requests(Instant now) {
        return new IdempotentRequests(database.app(), Clock.fixed(now, ZoneOffset.UTC));
    }
}
