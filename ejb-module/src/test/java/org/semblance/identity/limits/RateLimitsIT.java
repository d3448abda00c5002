package org.semblance.identity.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.semblance.TestTransaction;
import org.semblance.database.MigratedDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Two nodes that count the same callers in one database. */
class RateLimitsIT {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static MigratedDatabase database;

    private final SetClock clock = new SetClock(NOON);
    private final RateLimits here = new RateLimits(new NodeBuckets(clock), clock);
    private final RateLimits there = new RateLimits(new NodeBuckets(clock), clock);

    @BeforeAll
    static void open() {
        database = MigratedDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void a_caller_gets_no_more_from_two_nodes_than_from_one() {
        var allowance = new Allowance("both", 1000, 0);

        int served = 0;
        for (int i = 0; i < 2000; i++) {
            served += isServed(i % 2 == 0 ? here : there, allowance, Cost.READ) ? 1 : 0;
        }

        assertThat(served).isEqualTo(1000);
    }

    @Test
    void one_node_refuses_at_most_what_the_other_holds_too_early() {
        var allowance = new Allowance("lopsided", 1000, 0);
        isServed(there, allowance, Cost.READ);

        long served = IntStream.range(0, 2000)
                .filter(i -> isServed(here, allowance, Cost.READ))
                .count();

        assertThat(served).isBetween(950L, 999L);
    }

    @Test
    void many_at_once_get_no_more_either() throws Exception {
        var allowance = new Allowance("crowd", 500, 0);
        var threads = Executors.newFixedThreadPool(8);
        Callable<Long> client = () -> IntStream.range(0, 200)
                .filter(i -> isServed(i % 2 == 0 ? here : there, allowance, Cost.READ))
                .count();

        long served = 0;
        for (var answered :
                threads.invokeAll(List.of(client, client, client, client, client, client, client, client))) {
            served += answered.get();
        }
        threads.shutdown();

        assertThat(served).isEqualTo(500);
    }

    @Test
    void looking_at_a_photo_costs_what_ten_reads_do() {
        var allowance = new Allowance("photos", 100, 0);

        long served = IntStream.range(0, 50)
                .filter(i -> isServed(here, allowance, Cost.RECOGNITION))
                .count();

        assertThat(served).isEqualTo(10);
    }

    @Test
    void units_come_back_over_time_and_the_refusal_says_when() {
        var allowance = new Allowance("patient", 60, 0);
        IntStream.range(0, 60).forEach(i -> here.spend(allowance, Cost.READ));

        assertThatThrownBy(() -> here.spend(allowance, Cost.RECOGNITION))
                .isInstanceOfSatisfying(RateLimitedException.class, refusal -> assertThat(refusal.retryAfter())
                        .hasValue(10));
        clock.pass(Duration.ofSeconds(10));
        here.spend(allowance, Cost.RECOGNITION);
        assertThatThrownBy(() -> there.spend(allowance, Cost.READ)).isInstanceOf(RateLimitedException.class);
    }

    @Test
    void a_quota_bounds_the_day_on_all_nodes() {
        var allowance = new Allowance("daily", 0, 300);

        long served = IntStream.range(0, 500)
                .filter(i -> isServed(i % 3 == 0 ? here : there, allowance, Cost.READ))
                .count();

        assertThat(served).isEqualTo(300);
        clock.pass(Duration.ofHours(13));
        assertThat(isServed(here, allowance, Cost.READ)).isTrue();
    }

    @Test
    void tells_how_much_is_left() {
        var allowance = new Allowance("curious", 600, 0);

        Standing standing = here.spend(allowance, Cost.RECOGNITION);

        assertThat(standing.left()).isEqualTo(590);
        assertThat(standing.secondsUntilFull()).isEqualTo(1);
    }

    @Test
    void few_requests_write() {
        var buckets = new NodeBuckets(clock);
        var node = new RateLimits(buckets, clock);
        var allowance = new Allowance("busy", 10_000, 0);

        IntStream.range(0, 5000).forEach(i -> node.spend(allowance, Cost.READ));

        assertThat(buckets.asked).isEqualTo(10);
    }

    @Test
    void who_goes_on_asking_after_a_refusal_costs_the_database_nothing() {
        var buckets = new NodeBuckets(clock);
        var node = new RateLimits(buckets, clock);
        var allowance = new Allowance("stubborn", 60, 0);
        IntStream.range(0, 60).forEach(i -> node.spend(allowance, Cost.READ));
        int before = buckets.asked;

        IntStream.range(0, 1000).forEach(i -> isServed(node, allowance, Cost.READ));

        assertThat(buckets.asked - before).isEqualTo(1);
    }

    @Test
    void a_node_without_database_counts_for_itself() {
        var nowhere = new PGSimpleDataSource();
        nowhere.setPortNumbers(new int[] {1});
        var alone = new RateLimits(new BucketStore(nowhere, clock), clock);
        var allowance = new Allowance("alone", 60, 0);

        long served = IntStream.range(0, 100)
                .filter(i -> isServed(alone, allowance, Cost.READ))
                .count();

        assertThat(served).isEqualTo(60);
        clock.pass(Duration.ofSeconds(2));
        assertThat(isServed(alone, allowance, Cost.READ)).isTrue();
    }

    @Test
    void forgets_callers_that_do_not_come_back() {
        here.spend(new Allowance("gone", 60, 0), Cost.READ);

        var unused = new UnusedBuckets().on(database.app());

        assertThat(unused.purge(NOON, 10).isEmpty()).isTrue();
        assertThat(unused.purge(NOON.plusSeconds(1), 10).rows()).isPositive();
    }

    private static boolean isServed(RateLimits node, Allowance allowance, Cost cost) {
        try {
            node.spend(allowance, cost);
            return true;
        } catch (RateLimitedException refused) {
            return false;
        }
    }

    /** With a transaction around each call, as the container has it. */
    private static final class NodeBuckets extends BucketStore {
        private final SetClock clock;
        private int asked;

        NodeBuckets(SetClock clock) {
            this.clock = clock;
        }

        @Override
        public Grant take(Allowance allowance, long needed, long wanted) {
            asked++;
            return TestTransaction.in(
                    database.app(), one -> new BucketStore(one, clock).take(allowance, needed, wanted));
        }
    }
}
