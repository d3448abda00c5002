package org.semblance.jobs.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.audit.Actor;
import org.semblance.database.MigratedDatabase;
import org.semblance.jobs.JobQueue;
import org.semblance.jobs.JobRequest;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.JobRuns;
import org.semblance.jobs.JobState;
import org.semblance.jobs.JobStatus;
import org.semblance.jobs.QueuedRun;
import org.semblance.jobs.SystemJobs;
import org.semblance.platform.Statements;

import static org.assertj.core.api.Assertions.assertThat;

/** What is started when, by the clock of the database. */
class ScheduleFiringIT {
    private static final JobRequest REQUEST = new JobRequest("verify-audit", Map.of("by", "clock"));

    private static MigratedDatabase database;
    private static Schedules schedules;

    private final StartedJobs jobs = new StartedJobs();
    private ScheduleFiring firing;

    @BeforeAll
    static void open() {
        database = MigratedDatabase.fresh();
        schedules = new Schedules(database.app());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void no_job_yet() {
        firing = new ScheduleFiring(schedules, jobs);
    }

    @AfterEach
    void empty() {
        owner().change("TRUNCATE semblance.job_schedule, semblance.job_run CASCADE");
    }

    @Test
    void a_new_schedule_waits_for_its_first_time() {
        schedules.add(every("*/5 * * * *", CatchUp.ONCE));

        firing.fire("nightly");

        assertThat(jobs.started).isEmpty();
        assertThat(schedules.require("nightly").dueAt()).isAfter(databaseNow());
        assertThat(schedules.due()).isEmpty();
    }

    @Test
    void what_is_due_is_started_once() {
        schedules.add(every("*/5 * * * *", CatchUp.ONCE));
        dueSince("1 minute");

        firing.fire("nightly");
        firing.fire("nightly");

        assertThat(jobs.started).containsExactly(REQUEST);
        var schedule = schedules.require("nightly");
        assertThat(schedule.lastState()).isEqualTo(JobState.QUEUED);
        assertThat(schedule.dueAt()).isAfter(databaseNow());
        assertThat(schedule.isInTrouble()).isFalse();
    }

    @Test
    void many_missed_times_are_caught_up_with_by_one_run() {
        schedules.add(every("*/5 * * * *", CatchUp.ONCE));
        dueSince("3 days");

        firing.fire("nightly");
        firing.fire("nightly");

        assertThat(jobs.started).hasSize(1);
    }

    @Test
    void what_is_not_to_be_caught_up_with_is_told_as_missed() {
        schedules.add(every("0 3 * * *", CatchUp.SKIP));
        dueSince("3 hours");

        firing.fire("nightly");

        assertThat(jobs.started).isEmpty();
        assertThat(schedules.require("nightly").isMissed()).isTrue();
        assertThat(schedules.require("nightly").dueAt()).isAfter(databaseNow());
    }

    @Test
    void a_restart_of_the_server_is_not_a_missed_time() {
        schedules.add(every("0 3 * * *", CatchUp.SKIP));
        dueSince("5 minutes");

        firing.fire("nightly");

        assertThat(jobs.started).hasSize(1);
    }

    @Test
    void a_run_that_still_goes_on_is_not_joined_by_another() {
        schedules.add(every("*/5 * * * *", CatchUp.ONCE));
        dueSince("1 minute");
        firing.fire("nightly");
        dueSince("1 minute");

        firing.fire("nightly");

        assertThat(jobs.started).hasSize(1);
        assertThat(schedules.require("nightly").isMissed()).isTrue();
    }

    @Test
    void a_job_that_cannot_be_started_is_told_and_waited_with() {
        schedules.add(every("*/5 * * * *", CatchUp.ONCE));
        dueSince("1 minute");

        firing.refuse("nightly", "There is no gallery 'staff'");

        assertThat(schedules.require("nightly").problem()).contains("no gallery");
        assertThat(schedules.require("nightly").isInTrouble()).isTrue();
        assertThat(schedules.due()).isEmpty();
    }

    @Test
    void a_schedule_that_is_off_starts_nothing() {
        schedules.add(new NewSchedule("nightly", REQUEST, Cron.of("*/5 * * * *", "UTC"), CatchUp.ONCE, false));
        dueSince("1 minute");

        firing.fire("nightly");

        assertThat(jobs.started).isEmpty();
        assertThat(schedules.require("nightly").isInTrouble()).isFalse();
    }

    @Test
    void a_failed_run_and_long_silence_are_trouble() {
        schedules.add(every("*/5 * * * *", CatchUp.ONCE));
        dueSince("20 minutes");

        assertThat(schedules.require("nightly").isMissed()).isTrue();
        firing.fire("nightly");
        owner().change("UPDATE semblance.job_run SET state = 'failed'");

        assertThat(schedules.require("nightly").isMissed()).isFalse();
        assertThat(schedules.require("nightly").isInTrouble()).isTrue();
    }

    @Test
    void what_is_changed_is_reckoned_anew() {
        schedules.add(every("*/5 * * * *", CatchUp.ONCE));
        firing.fire("nightly");

        boolean changed = schedules.change(every("0 3 * * *", CatchUp.SKIP), 1);
        boolean again = schedules.change(every("0 4 * * *", CatchUp.SKIP), 1);

        assertThat(changed).isTrue();
        assertThat(again).isFalse();
        assertThat(schedules.due()).containsExactly("nightly");
    }

    private static NewSchedule every(String cron, CatchUp catchUp) {
        return new NewSchedule("nightly", REQUEST, Cron.of(cron, "UTC"), catchUp, true);
    }

    private static void dueSince(String ago) {
        owner().change("UPDATE semblance.job_schedule SET due_at = now() - CAST(? AS interval)", ago);
    }

    private static Instant databaseNow() {
        return owner().first("SELECT now()", row -> row.getTimestamp(1).toInstant())
                .orElseThrow();
    }

    private static Statements owner() {
        return new Statements(database.owner());
    }

    private static final class StartedJobs implements SystemJobs {
        private final List<JobRequest> started = new ArrayList<>();

        @Override
        public JobRunId start(Actor actor, JobRequest request) {
            started.add(request);
            return new JobQueue(database.app()).add(new QueuedRun(request.job(), request.parameters(), null, actor));
        }

        @Override
        public JobStatus status(JobRunId id) {
            return new JobRuns(database.app()).require(id);
        }

        @Override
        public boolean isRunning(String job) {
            return new JobRuns(database.app()).isUnderWay(job);
        }
    }
}
