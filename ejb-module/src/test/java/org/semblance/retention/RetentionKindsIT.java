package org.semblance.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.TestTransaction;
import org.semblance.database.MigratedDatabase;
import org.semblance.lifetime.Portion;
import org.semblance.lifetime.RetentionKind;
import org.semblance.platform.Statements;

import static org.assertj.core.api.Assertions.assertThat;

/** What every kind promises, with the rights of the application. */
class RetentionKindsIT {
    private static final String FINISHED = """
            INSERT INTO semblance.job_run (job, state, requested_by, requested_by_kind, created_at, started_at, ended_at)
            SELECT 'enroll-persons', state, 'ada', 'user', now() - interval '40 days', now() - interval '40 days',
                   now() - days * interval '1 day'
              FROM unnest(ARRAY['completed', 'abandoned', 'failed', 'stopped']) AS state,
                   unnest(ARRAY[10, 31, 100]) AS days
            """;

    private static MigratedDatabase database;
    private static List<RetentionKind> kinds;

    @BeforeAll
    static void open() {
        database = MigratedDatabase.fresh();
        kinds = Kinds.all(database.app());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void kinds_have_names_of_their_own_and_can_be_told_to_people() {
        assertThat(kinds).hasSizeGreaterThan(12);
        assertThat(kinds)
                .extracting(RetentionKind::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][a-z0-9-]*"));
        assertThat(kinds).extracting(RetentionKind::holds).allMatch(text -> text.length() > 20);
    }

    @Test
    void the_application_may_count_and_purge_every_kind() {
        for (RetentionKind kind : kinds) {
            assertThat(kind.count(Instant.EPOCH)).as(kind.name()).isEqualTo(Portion.NOTHING);
            assertThat(kind.purge(Instant.EPOCH, 10)).as(kind.name()).isEqualTo(Portion.NOTHING);
        }
    }

    @Test
    void the_schedules_that_are_shipped_name_kinds_that_there_are() {
        List<String> named = sql().list(
                        "SELECT unnest(string_to_array(parameters ->> 'kinds', ',')) FROM semblance.job_schedule"
                                + " WHERE job = 'retention-purge'",
                        row -> row.getString(1));

        assertThat(named)
                .hasSizeGreaterThan(5)
                .isSubsetOf(kinds.stream().map(RetentionKind::name).toList());
    }

    @Test
    void runs_go_with_all_that_is_told_of_them_and_what_is_under_way_stays() {
        sql().change("TRUNCATE semblance.job_run CASCADE");
        sql().change(FINISHED);
        sql().change("INSERT INTO semblance.job_run (job, requested_by, requested_by_kind, created_at)"
                + " VALUES ('enroll-persons', 'ada', 'user', now() - interval '1 year')");
        sql().change("INSERT INTO semblance.job_event (run_id, text) SELECT id, 'Asked for' FROM semblance.job_run");
        sql().change("INSERT INTO semblance.job_place (run_id, step, part) SELECT id, 'x', 0 FROM semblance.job_run");
        sql().change("INSERT INTO semblance.job_count (run_id, part, name, number)"
                + " SELECT id, 0, 'faces', 1 FROM semblance.job_run");
        sql().change("INSERT INTO semblance.job_item_failure (run_id, item, reason_code, message)"
                + " SELECT id, 'a/1.jpg', 'no-face', 'x' FROM semblance.job_run");

        Portion completed = emptied("job-runs", Duration.ofDays(30));
        Portion failed = emptied("failed-job-runs", Duration.ofDays(90));

        assertThat(completed.rows()).isEqualTo(4);
        assertThat(failed.rows()).isEqualTo(2);
        assertThat(one("SELECT count(*) FROM semblance.job_run")).isEqualTo(7);
        assertThat(one("SELECT count(*) FROM semblance.job_event")).isEqualTo(7);
    }

    @Test
    void a_run_whose_refused_items_are_being_retried_stays() {
        sql().change("TRUNCATE semblance.job_run CASCADE");
        sql().change(FINISHED);
        sql().change("INSERT INTO semblance.job_run (job, parameters, state, requested_by, requested_by_kind, ended_at)"
                + " SELECT job, jsonb_build_object('retry-of', CAST(id AS text)), 'stopped', 'ada', 'user', now()"
                + " FROM semblance.job_run WHERE state = 'completed' AND ended_at < now() - interval '99 days'");

        assertThat(emptied("job-runs", Duration.ofDays(30)).rows()).isEqualTo(3);
    }

    @Test
    void records_of_attempts_go_but_those_of_one_under_way() {
        sql().change("TRUNCATE semblance.job_run, jobs.job_instance CASCADE");
        sql().change("INSERT INTO jobs.job_instance (jobname) SELECT 'x' FROM generate_series(1, 3)");
        sql().change("INSERT INTO jobs.job_execution (jobinstanceid, createtime, endtime, batchstatus)"
                + " SELECT jobinstanceid, now() - interval '9 days', CASE jobinstanceid % 3 WHEN 0 THEN NULL"
                + " ELSE now() - interval '8 days' END, 'x' FROM jobs.job_instance");
        sql().change("INSERT INTO jobs.step_execution (jobexecutionid, stepname)"
                + " SELECT jobexecutionid, 'x' FROM jobs.job_execution");
        sql().change(
                        "INSERT INTO semblance.job_run (job, state, requested_by, requested_by_kind, execution_id, node_id)"
                                + " SELECT 'x', 'running', 'ada', 'user', min(jobexecutionid), gen_random_uuid()"
                                + " FROM jobs.job_execution");

        assertThat(emptied("batch-records", Duration.ofDays(7)).rows()).isEqualTo(2);
        assertThat(one("SELECT count(*) FROM jobs.step_execution")).isEqualTo(1);
    }

    @Test
    void tokens_go_with_the_end_of_their_session_and_sessions_later() {
        sql().change("INSERT INTO app_user (id, username, display_name, password_hash, created_at)"
                + " VALUES (gen_random_uuid(), 'ada', 'Ada', 'x', now())");
        sql().change("INSERT INTO user_session (id, user_id, kind, created_at, last_used_at, proved_at, expires_at,"
                + " revoked_at, revoked_because) SELECT gen_random_uuid(), id, 'api', now() - interval '50 days',"
                + " now(), now(), now() + age * interval '1 day', CASE WHEN age = 3 THEN now() - interval '2 days' END,"
                + " CASE WHEN age = 3 THEN 'revoked' END FROM app_user, unnest(ARRAY[-40, -2, 1, 3]) AS age");
        sql().change("INSERT INTO refresh_token (hash, session_id, issued_at)"
                + " SELECT sha256(CAST(CAST(id AS text) AS bytea)), id, now() FROM user_session");

        assertThat(emptied("refresh-tokens", Duration.ofDays(1)).rows()).isEqualTo(3);
        assertThat(emptied("sessions", Duration.ofDays(30)).rows()).isEqualTo(1);
        assertThat(one("SELECT count(*) FROM user_session")).isEqualTo(3);
        assertThat(one("SELECT count(*) FROM refresh_token")).isEqualTo(1);
    }

    @Test
    void a_row_that_somebody_holds_locked_is_passed_over_and_nobody_waits() {
        sql().change("INSERT INTO rate_bucket SELECT 'user:' || n, 1, now() - interval '9 days', current_date, 1"
                + " FROM generate_series(1, 5) AS n");
        RetentionKind kind = kind("rate-limits");
        Instant cutoff = Instant.now().minus(Duration.ofDays(2));

        long purged = TestTransaction.in(database.app(), user -> {
            new Statements(user).change("UPDATE rate_bucket SET units = 2 WHERE caller = 'user:3'");
            return kind.purge(cutoff, 10).rows();
        });
        long others = TestTransaction.in(database.app(), purge -> {
            Kinds.all(purge).stream()
                    .filter(other -> other.name().equals("rate-limits"))
                    .forEach(other -> other.purge(cutoff, 10));
            return (long) new Statements(database.app())
                    .change("INSERT INTO rate_bucket VALUES ('user:9', 1, now(), current_date, 1)");
        });

        assertThat(purged).isEqualTo(4);
        assertThat(others).isEqualTo(1);
        assertThat(one("SELECT count(*) FROM rate_bucket")).isEqualTo(1);
    }

    /** What a purge removes in portions of two, which is what was counted. */
    private static Portion emptied(String name, Duration period) {
        RetentionKind kind = kind(name);
        Instant cutoff = Instant.now().minus(period);
        Portion counted = kind.count(cutoff);
        Portion removed = Portion.NOTHING;
        for (Portion some = kind.purge(cutoff, 2); !some.isEmpty(); some = kind.purge(cutoff, 2)) {
            assertThat(some.rows()).isLessThanOrEqualTo(2);
            removed = removed.with(some);
        }
        assertThat(removed).isEqualTo(counted);
        assertThat(kind.count(cutoff).rows()).isZero();
        return removed;
    }

    private static RetentionKind kind(String name) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static long one(String query) {
        return sql().first(query, row -> row.getLong(1)).orElseThrow();
    }

    private static Statements sql() {
        return new Statements(database.owner());
    }
}
