package org.semblance.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.RunLostException;
import org.semblance.jobs.TakenRun;
import org.semblance.lifetime.Account;
import org.semblance.lifetime.Portion;
import org.semblance.lifetime.RetentionKindNotFoundException;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.VersionMismatchException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.semblance.retention.PurgeWorld.ANNA;

/** Policies, and purges that are cut short wherever it may be. */
class RetentionPurgeIT {
    private static final int OLD = 1700;
    private static final Set<String> TWO = Set.of("idempotent-requests", "sign-in-attempts");
    private static final List<String> FILLED = List.of(
            "INSERT INTO idempotent_request (caller, key, target, started_at) SELECT 'ada', 'k' || n, 'POST /x',"
                    + " now() - CASE WHEN n <= " + OLD + " THEN interval '25 hours' ELSE interval '23 hours' END"
                    + " FROM generate_series(1, 2000) AS n",
            "INSERT INTO sign_in_throttle SELECT 'pair', sha256(CAST(CAST(n AS text) AS bytea)), 1,"
                    + " now() - interval '3 days', now() FROM generate_series(1, 1100) AS n");

    private static PurgeWorld world;

    @BeforeAll
    static void open() {
        world = new PurgeWorld();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void fill() {
        world.owner()
                .change("TRUNCATE idempotent_request, sign_in_throttle, retention_policy, retention_report,"
                        + " job_run, node CASCADE");
        FILLED.forEach(sql -> world.owner().change(sql));
    }

    @Test
    void what_is_older_than_its_policy_goes_and_the_report_says_so() {
        JobRunId asked = world.ask();
        TakenRun run = world.take();
        PurgeReport report = world.purge().begin(asked, TWO, false);
        long expected = world.purge().expected(report);

        var outcome = world.purge().purge(report, world.account(run, report), () -> false);

        assertThat(outcome).isEqualTo(RetentionPurge.Outcome.DONE);
        assertThat(expected).isEqualTo(OLD + 1100L);
        assertThat(left()).isEqualTo(300);
        PurgeReport done = world.reports.require(report.id());
        assertThat(done.endedAt()).isNotNull();
        assertThat(rows(done))
                .containsEntry("idempotent-requests", (long) OLD)
                .containsEntry("sign-in-attempts", 1100L);
        assertThat(counts(asked)).isEqualTo(rows(done));
        assertThat(done.lines()).allMatch(line -> line.bytes() > 0 && line.doneAt() != null && line.cutoff() != null);
        assertThat(world.reports.age(RetentionPurge.JOB)).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void a_dry_run_says_what_the_purge_then_removes_and_removes_nothing() {
        world.ask();
        TakenRun dry = world.take();
        PurgeReport counted = world.purge().begin(dry.id(), Set.of(), true);
        world.purge().purge(counted, world.account(dry, counted), () -> false);
        assertThat(left()).isEqualTo(2000);

        world.ask();
        TakenRun run = world.take();
        PurgeReport report = world.purge().begin(run.id(), Set.of(), false);
        world.purge().purge(report, world.account(run, report), () -> false);

        PurgeReport done = world.reports.require(report.id());
        PurgeReport told = world.reports.require(counted.id());
        assertThat(told.isDryRun()).isTrue();
        assertThat(rows(told)).isEqualTo(rows(done));
        assertThat(bytes(told)).isEqualTo(bytes(done));
    }

    @Test
    void a_death_between_any_portions_is_followed_by_the_same_end() {
        var random = new Random(7);
        Map<String, Long> undisturbed = Map.of("idempotent-requests", (long) OLD, "sign-in-attempts", 1100L);
        for (int death = 0; death < 10; death++) {
            fill();
            world.ask();
            TakenRun run = world.take();
            int attempts = 0;
            RetentionPurge.Outcome outcome = RetentionPurge.Outcome.STOPPED;
            while (outcome != RetentionPurge.Outcome.DONE) {
                PurgeReport report = world.purge().begin(run.id(), TWO, false);
                var dying = new Dying(world.account(run, report), attempts < 3 ? random.nextInt(5) : 1000);
                try {
                    outcome = world.purge().purge(report, dying, () -> false);
                } catch (Killed e) {
                    assertThat(e).hasMessage("killed");
                    world.queue().putBack(run);
                    run = world.take();
                }
                attempts++;
            }

            assertThat(attempts).isGreaterThan(1);
            assertThat(left()).isEqualTo(300);
            assertThat(rows(world.reports.list(0, 1).items().get(0))).isEqualTo(undisturbed);
            assertThat(counts(run.id())).isEqualTo(undisturbed);
        }
    }

    @Test
    void a_restart_keeps_to_the_cutoffs_of_the_beginning() {
        world.ask();
        TakenRun run = world.take();
        PurgeReport begun = world.purge().begin(run.id(), TWO, false);
        world.policies.change(
                new PolicyTerms("idempotent-requests", Duration.ofDays(7), true), ExpectedVersion.ANY, ANNA);

        PurgeReport again = world.purge().begin(run.id(), Set.of(), false);

        assertThat(again.lines()).isEqualTo(begun.lines());
    }

    @Test
    void what_stops_goes_on_later_and_what_another_node_took_over_counts_no_more() {
        world.ask();
        TakenRun first = world.take();
        PurgeReport report = world.purge().begin(first.id(), TWO, false);
        var stopped = world.purge().purge(report, world.account(first, report), () -> left() <= 1500);
        assertThat(stopped).isEqualTo(RetentionPurge.Outcome.STOPPED);
        assertThat(left()).isEqualTo(1500);
        world.queue().putBack(first);
        TakenRun second = world.take();

        assertThatThrownBy(() -> world.purge().purge(report, world.account(first, report), () -> false))
                .isInstanceOf(RunLostException.class);
        assertThat(left()).isEqualTo(1500);
        PurgeReport again = world.purge().begin(second.id(), TWO, false);
        world.purge().purge(again, world.account(second, again), () -> false);

        assertThat(left()).isEqualTo(300);
        assertThat(rows(world.reports.require(report.id()))).containsEntry("idempotent-requests", (long) OLD);
    }

    @Test
    void what_was_switched_off_stays_and_shows_no_line() {
        world.policies.change(new PolicyTerms("job-runs", Duration.ofDays(30), false), ExpectedVersion.ANY, ANNA);
        world.ask();

        PurgeReport report = world.purge().begin(world.take().id(), Set.of(), false);

        assertThat(report.lines())
                .extracting(PurgeLine::kind)
                .contains("failed-job-runs")
                .doesNotContain("job-runs");
        assertThatThrownBy(() -> world.purge().begin(new JobRunId(1), Set.of("nonsense"), false))
                .isInstanceOf(RetentionKindNotFoundException.class);
    }

    @Test
    void a_policy_is_as_usual_until_somebody_changes_what_they_have_seen() {
        assertThat(world.policies.require("sessions").version()).isZero();
        assertThat(world.policies.require("sessions").period()).isEqualTo(Duration.ofDays(30));
        var week = new PolicyTerms("sessions", Duration.ofDays(7), true);

        assertThat(world.policies.change(week, ExpectedVersion.of(0), ANNA).version())
                .isEqualTo(1);
        var changed = world.policies.change(week, ExpectedVersion.of(1), ANNA);

        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.period()).isEqualTo(Duration.ofDays(7));
        assertThat(changed.change()).extracting(RetentionPolicy.Change::by).isEqualTo("anna");
        assertThat(world.audited).anySatisfy(event -> {
            assertThat(event.action()).isEqualTo("retention.policy-changed");
            assertThat(event.changes().get("period")).hasToString("Change[isSeen=true, before=PT720H, after=PT168H]");
        });
        assertThatThrownBy(() -> world.policies.change(week, ExpectedVersion.of(1), ANNA))
                .isInstanceOf(VersionMismatchException.class);
        assertThatThrownBy(() -> world.policies.change(
                        new PolicyTerms("sessions", Duration.ofHours(1), true), ExpectedVersion.ANY, ANNA))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> world.policies.change(
                        new PolicyTerms("sessions", Duration.ofDays(7), false), ExpectedVersion.ANY, ANNA))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void cutoffs_go_by_the_clock_of_the_database() {
        Instant now = world.owner()
                .first("SELECT now()", row -> row.getTimestamp(1).toInstant())
                .orElseThrow();

        Instant cutoff = world.policies.cutoff(world.policies.require("sessions"));

        assertThat(Duration.between(cutoff, now).minusDays(30).abs()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void reports_are_listed_the_newest_first() {
        for (int i = 0; i < 3; i++) {
            world.ask();
            world.purge().begin(world.take().id(), TWO, true);
        }

        var page = world.reports.list(0, 2);
        var rest = world.reports.list(page.next().orElseThrow(), 2);

        assertThat(page.items()).hasSize(2);
        assertThat(page.items().get(0).id()).isGreaterThan(page.items().get(1).id());
        assertThat(rest.items()).hasSize(1);
        assertThatThrownBy(() -> world.reports.require(0)).isInstanceOf(PurgeReportNotFoundException.class);
    }

    private static long left() {
        return world.one("SELECT count(*) FROM idempotent_request");
    }

    private static Map<String, Long> rows(PurgeReport report) {
        var rows = new HashMap<String, Long>();
        report.lines().forEach(line -> rows.put(line.kind(), line.rows()));
        return rows;
    }

    private static Map<String, Long> bytes(PurgeReport report) {
        var bytes = new HashMap<String, Long>();
        report.lines().forEach(line -> bytes.put(line.kind(), line.bytes()));
        return bytes;
    }

    private static Map<String, Long> counts(JobRunId run) {
        var counts = new HashMap<String, Long>();
        world.owner()
                .list(
                        "SELECT name, number FROM job_count WHERE run_id = ?",
                        row -> counts.put(row.getString(1), row.getLong(2)),
                        run.value());
        return counts;
    }

    /** Is killed in the middle of a transaction. */
    private static final class Dying implements Account {
        private final Account account;
        private int portions;

        Dying(Account account, int portions) {
            this.account = account;
            this.portions = portions;
        }

        @Override
        public void keep(@org.jspecify.annotations.Nullable String place, String kind, Portion portion) {
            account.keep(place, kind, portion);
            if (portions-- <= 0) {
                throw new Killed();
            }
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed");
        }
    }
}
