package org.semblance.jobs;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.database.MigratedDatabase;
import org.semblance.platform.Statements;

import static org.assertj.core.api.Assertions.assertThat;

class JobOutcomeIT {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private static MigratedDatabase database;
    private static JobOutcomeService outcomes;

    @BeforeAll
    static void open() {
        database = MigratedDatabase.fresh();
        outcomes = new JobOutcomeService(database.app());
        run("queued", null);
        run("completed", NOW.minus(1, ChronoUnit.HOURS));
        run("completed", NOW.minus(2, ChronoUnit.DAYS));
        run("failed", NOW.minus(2, ChronoUnit.HOURS));
        run("failed", NOW.minus(9, ChronoUnit.DAYS));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void counts_what_goes_on_and_what_ended_lately() {
        assertThat(outcomes.count(NOW.minus(1, ChronoUnit.DAYS)))
                .isEqualTo(Map.of(JobState.QUEUED, 1L, JobState.COMPLETED, 1L, JobState.FAILED, 1L));
    }

    @Test
    void counts_what_failed_until_somebody_sees_to_it() {
        assertThat(outcomes.countFailed()).isEqualTo(2);
    }

    private static void run(String state, @Nullable Instant endedAt) {
        new Statements(database.owner()).change("""
                        INSERT INTO semblance.job_run (job, state, parameters, requested_by, requested_by_kind, created_at,
                                                       ended_at)
                        VALUES ('enroll-persons', ?, '{}', 'ada', 'user', now() - interval '10 days', ?)
                        """, state, endedAt);
    }
}
