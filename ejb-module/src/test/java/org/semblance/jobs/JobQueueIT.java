package org.semblance.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.TestTransaction;
import org.semblance.audit.Actor;
import org.semblance.database.MigratedDatabase;
import org.semblance.platform.Statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which node does which run, and what of it counts. */
class JobQueueIT {
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final UUID NODE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private static MigratedDatabase database;
    private static JobQueue queue;
    private static JobRuns runs;
    private static RunLedger ledger;

    @BeforeAll
    static void open() {
        database = MigratedDatabase.fresh();
        queue = new JobQueue(database.app());
        runs = new JobRuns(database.app());
        ledger = new RunLedger(database.app());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @AfterEach
    void empty() {
        owner().change("TRUNCATE semblance.job_run, semblance.node CASCADE");
    }

    @Test
    void what_is_asked_for_first_is_done_first() {
        var first = add("enroll-persons", null);
        var second = add("enroll-persons", null);

        assertThat(take(NODE).id()).isEqualTo(first);
        assertThat(take(NODE).id()).isEqualTo(second);
        assertThat(queue.take(NODE, "one")).isEmpty();
    }

    @Test
    void of_many_nodes_that_look_at_once_one_takes_a_run() throws Exception {
        for (int i = 0; i < 40; i++) {
            add("enroll-persons", i % 2 == 0 ? null : "key-" + i);
        }
        var threads = Executors.newFixedThreadPool(8);
        Callable<List<JobRunId>> worker = () -> {
            var mine = new ArrayList<JobRunId>();
            for (var run = queue.take(NODE, "n"); run.isPresent(); run = queue.take(NODE, "n")) {
                mine.add(run.orElseThrow().id());
            }
            return mine;
        };

        var taken = new ArrayList<JobRunId>();
        for (var part : threads.invokeAll(Collections.nCopies(8, worker))) {
            taken.addAll(part.get());
        }
        threads.shutdown();

        assertThat(taken).hasSize(40);
        assertThat(new HashSet<>(taken)).hasSize(40);
    }

    @Test
    void runs_that_would_disturb_each_other_are_never_under_way_together() {
        var first = add("retention-purge", "retention");
        var second = add("retention-purge", "retention");
        var other = add("verify-audit", null);

        var taken = take(NODE);
        assertThat(taken.id()).isEqualTo(first);
        assertThat(take(NODE).id()).isEqualTo(other);
        assertThat(queue.take(OTHER, "other")).isEmpty();
        queue.end(taken, JobState.COMPLETED, null);

        assertThat(take(OTHER).id()).isEqualTo(second);
    }

    @Test
    void the_run_of_a_silent_node_goes_on_elsewhere_and_what_the_first_still_does_does_not_count() {
        var id = add("enroll-persons", null);
        queue.seen(NODE, "one");
        var first = take(NODE);
        ledger.begin(part(first), 10);
        ledger.keep(part(first), "b", Tally.NOTHING.done(2).with("faces-enrolled", 2));
        fallSilent(NODE, 31);

        queue.seen(OTHER, "two");
        assertThat(queue.releaseOrphans(SILENCE)).isEqualTo(1);
        var second = take(OTHER);

        assertThat(second.id()).isEqualTo(id);
        assertThat(ledger.place(part(second))).contains("b");
        assertThatThrownBy(() -> ledger.keep(part(first), "c", Tally.NOTHING.done(1)))
                .isInstanceOf(RunLostException.class);
        queue.end(first, JobState.FAILED, "too late");
        ledger.keep(part(second), "c", Tally.NOTHING.accepted().with("faces-enrolled", 1));
        assertThat(runs.require(id).state()).isEqualTo(JobState.RUNNING);
        assertThat(runs.require(id).node()).isEqualTo("two");
        assertThat(runs.require(id).progress().done()).isEqualTo(3);
        assertThat(runs.require(id).counts()).containsEntry("faces-enrolled", 3L);
    }

    @Test
    void a_node_that_is_heard_of_keeps_its_runs() {
        add("enroll-persons", null);
        queue.seen(NODE, "one");
        take(NODE);
        fallSilent(NODE, 25);

        assertThat(queue.releaseOrphans(SILENCE)).isZero();
    }

    @Test
    void a_run_that_kills_its_nodes_is_given_up_until_somebody_restarts_it() {
        var id = add("enroll-persons", null);
        for (int i = 0; i < 5; i++) {
            take(NODE);
            queue.releaseOrphans(SILENCE);
        }

        assertThat(runs.require(id).state()).isEqualTo(JobState.FAILED);
        assertThat(runs.require(id).message()).contains("died 5 times");
        assertThat(queue.restart(id, "ada")).isTrue();
        assertThat(take(NODE).attempt()).isEqualTo(6);
    }

    @Test
    void a_waiting_run_stops_at_once_and_one_under_way_when_its_node_has_seen_it() {
        var waiting = add("enroll-persons", null);
        queue.stop(waiting, "ada");
        var id = add("enroll-persons", null);
        var taken = take(NODE);

        queue.stop(id, "ada");

        assertThat(runs.require(waiting).state()).isEqualTo(JobState.STOPPED);
        assertThat(runs.require(id).state()).isEqualTo(JobState.STOPPING);
        assertThat(queue.stopping(NODE)).containsExactly(id);
        queue.end(taken, JobState.STOPPED, null);
        assertThat(queue.stop(id, "ada")).isFalse();
        assertThat(queue.abandon(id, "ada")).isTrue();
        assertThat(queue.restart(id, "ada")).isFalse();
        assertThat(runs.events(id, 0, 50).items())
                .extracting(JobEvent::text)
                .containsExactly(
                        "Asked for by ada",
                        "Attempt 1 begins on n",
                        "Asked to stop by ada",
                        "Ended: stopped",
                        "Abandoned by ada");
    }

    @Test
    void an_attempt_that_its_node_puts_back_goes_on_where_it_was() {
        var id = add("enroll-persons", null);
        var taken = take(NODE);
        ledger.begin(part(taken), 3);
        ledger.keep(part(taken), "a", Tally.NOTHING.refused());

        queue.putBack(taken);
        var next = take(OTHER);

        assertThat(ledger.place(part(next))).contains("a");
        assertThat(runs.require(id).progress().total()).isEqualTo(3);
        assertThat(runs.require(id).progress().failed()).isEqualTo(1);
    }

    @Test
    void parts_that_begin_and_go_on_side_by_side_wait_for_nobody_for_ever() throws Exception {
        add("enroll-persons", null);
        var taken = take(NODE);
        var threads = Executors.newFixedThreadPool(4);

        var parts = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 40; i++) {
            var part = new RunPart(taken.id(), taken.attempt(), "enroll", i);
            parts.add(() -> TestTransaction.in(database.app(), one -> {
                var mine = new RunLedger(one);
                mine.begin(part, 5);
                mine.keep(part, "a", Tally.NOTHING.accepted());
                return part.part();
            }));
        }
        for (var part : threads.invokeAll(parts)) {
            part.get();
        }
        threads.shutdown();

        assertThat(runs.require(taken.id()).progress().total()).isEqualTo(200);
        assertThat(runs.require(taken.id()).progress().done()).isEqualTo(40);
    }

    @Test
    void lists_the_newest_first_page_by_page() {
        var old = add("verify-audit", null);
        var middle = add("enroll-persons", null);
        var latest = add("enroll-persons", null);

        var page = runs.list(new JobQuery("enroll-persons", JobState.QUEUED, 0, 1));

        assertThat(page.items()).extracting(JobStatus::id).containsExactly(latest);
        assertThat(runs.list(new JobQuery(null, null, page.next().orElseThrow(), 10))
                        .items())
                .extracting(JobStatus::id)
                .containsExactly(middle, old);
        assertThat(runs.isUnderWay("verify-audit")).isTrue();
        assertThat(runs.isUnderWay("reembed-faces")).isFalse();
    }

    private JobRunId add(String job, @Nullable String key) {
        return queue.add(new QueuedRun(job, Map.of("gallery", "staff"), key, Actor.user("ada")));
    }

    private TakenRun take(UUID node) {
        return queue.take(node, "n").orElseThrow();
    }

    private static RunPart part(TakenRun run) {
        return new RunPart(run.id(), run.attempt(), "enroll", 0);
    }

    /** By the clock of the database: what a node's own clock says does not matter. */
    private static void fallSilent(UUID node, int seconds) {
        owner().change(
                        "UPDATE semblance.node SET seen_at = now() - ? * interval '1 second' WHERE id = ?",
                        seconds,
                        node);
    }

    private static Statements owner() {
        return new Statements(database.owner());
    }
}
