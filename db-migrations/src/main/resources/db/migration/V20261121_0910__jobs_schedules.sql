-- What has to be done again and again must be a row: seen, changed while the server runs, and done by one node.
CREATE TABLE semblance.job_schedule (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT job_schedule_id_pk PRIMARY KEY,
    name text NOT NULL
        CONSTRAINT job_schedule_name_uq UNIQUE
        CONSTRAINT job_schedule_name_ck CHECK (name ~ '^[a-z][a-z0-9-]{0,62}$'),
    job text NOT NULL CONSTRAINT job_schedule_job_ck CHECK (job ~ '^[a-z][a-z0-9-]*$'),
    parameters jsonb NOT NULL DEFAULT '{}',
    cron text NOT NULL,
    zone text NOT NULL DEFAULT 'UTC',
    catch_up text NOT NULL DEFAULT 'once' CONSTRAINT job_schedule_catch_up_ck CHECK (catch_up IN ('once', 'skip')),
    is_on boolean NOT NULL DEFAULT true,
    due_at timestamptz,
    started_at timestamptz,
    run_id bigint,
    missed_at timestamptz,
    problem text,
    version integer NOT NULL DEFAULT 1,
    changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX job_schedule_due_at_ix ON semblance.job_schedule (due_at) WHERE is_on;

COMMENT ON TABLE semblance.job_schedule IS 'When jobs are started by the clock of the database';
COMMENT ON COLUMN semblance.job_schedule.id IS 'Identity of the schedule';
COMMENT ON COLUMN semblance.job_schedule.name IS 'Name of the schedule, in addresses';
COMMENT ON COLUMN semblance.job_schedule.job IS 'Which job it starts';
COMMENT ON COLUMN semblance.job_schedule.parameters IS 'What the job is told, texts by name';
COMMENT ON COLUMN semblance.job_schedule.cron IS 'Minute, hour, day of the month, month and day of the week, as in crontab';
COMMENT ON COLUMN semblance.job_schedule.zone IS 'Time zone of the cron expression';
COMMENT ON COLUMN semblance.job_schedule.catch_up IS 'What becomes of times at which no server was up. once: one run for all of them; skip: none';
COMMENT ON COLUMN semblance.job_schedule.is_on IS 'Whether it starts anything';
COMMENT ON COLUMN semblance.job_schedule.due_at IS 'When it starts the next run; null until a server has reckoned it';
COMMENT ON COLUMN semblance.job_schedule.started_at IS 'When it last started a run; null before the first';
COMMENT ON COLUMN semblance.job_schedule.run_id IS 'The run that it started last (job_run.id; no foreign key, old runs are forgotten); null before the first';
COMMENT ON COLUMN semblance.job_schedule.missed_at IS 'Last time that nothing was started for: nobody was up, or the run before was still going on; null when that never was, and again after the next start';
COMMENT ON COLUMN semblance.job_schedule.problem IS 'Why the job could not be started at the last due time; null when it could';
COMMENT ON COLUMN semblance.job_schedule.version IS 'Grows with every change by people';
COMMENT ON COLUMN semblance.job_schedule.changed_at IS 'When people last changed it, or when it was made';

INSERT INTO semblance.job_schedule (name, job, parameters, cron) VALUES
    ('verify-audit-daily', 'verify-audit', '{"by": "semblance"}', '40 1 * * *');

GRANT SELECT, INSERT, UPDATE, DELETE ON semblance.job_schedule TO semblance_app;
GRANT USAGE ON SEQUENCE semblance.job_schedule_id_seq TO semblance_app;
