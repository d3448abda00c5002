-- What is kept for a time must go when the time is over, by rules that people can change and with a record of what went.
CREATE TABLE semblance.retention_policy (
    kind text CONSTRAINT retention_policy_kind_pk PRIMARY KEY
        CONSTRAINT retention_policy_kind_ck CHECK (kind ~ '^[a-z][a-z0-9-]*$'),
    period_seconds bigint NOT NULL CONSTRAINT retention_policy_period_seconds_ck CHECK (period_seconds >= 0),
    enabled boolean NOT NULL,
    version integer NOT NULL DEFAULT 1 CONSTRAINT retention_policy_version_ck CHECK (version > 0),
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE semblance.retention_policy IS 'How long things are kept, where somebody has said so; a kind without a row is kept as it usually is';
COMMENT ON COLUMN semblance.retention_policy.kind IS 'What is kept, as the feature that keeps it calls it';
COMMENT ON COLUMN semblance.retention_policy.period_seconds IS 'How long it is kept, in seconds';
COMMENT ON COLUMN semblance.retention_policy.enabled IS 'Whether it goes then; false keeps it for ever';
COMMENT ON COLUMN semblance.retention_policy.version IS 'How often the policy was changed';
COMMENT ON COLUMN semblance.retention_policy.changed_by IS 'Who changed it last';
COMMENT ON COLUMN semblance.retention_policy.changed_at IS 'When it was changed last';
GRANT SELECT, INSERT, UPDATE ON semblance.retention_policy TO semblance_app;

CREATE TABLE semblance.retention_report (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT retention_report_id_pk PRIMARY KEY,
    run_id bigint NOT NULL CONSTRAINT retention_report_run_id_uq UNIQUE,
    job text NOT NULL,
    dry_run boolean NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz
);
CREATE INDEX retention_report_started_at_ix ON semblance.retention_report (started_at);
CREATE INDEX retention_report_ended_at_ix ON semblance.retention_report (ended_at);
COMMENT ON TABLE semblance.retention_report IS 'What each purge removed, and each comparison of the image store with the database found';
COMMENT ON COLUMN semblance.retention_report.id IS 'Order of the reports';
COMMENT ON COLUMN semblance.retention_report.run_id IS 'Run of the job (job_run.id; no foreign key, reports outlive runs)';
COMMENT ON COLUMN semblance.retention_report.job IS 'Which job';
COMMENT ON COLUMN semblance.retention_report.dry_run IS 'Whether it only counted';
COMMENT ON COLUMN semblance.retention_report.started_at IS 'When the run began for the first time; all cutoffs go by it';
COMMENT ON COLUMN semblance.retention_report.ended_at IS 'When it was done; null while it is not';
GRANT SELECT, INSERT, UPDATE, DELETE ON semblance.retention_report TO semblance_app;
GRANT USAGE ON SEQUENCE semblance.retention_report_id_seq TO semblance_app;

CREATE TABLE semblance.retention_line (
    report_id bigint NOT NULL
        CONSTRAINT retention_line_report_id_fk REFERENCES semblance.retention_report (id) ON DELETE CASCADE,
    kind text NOT NULL,
    cutoff timestamptz,
    rows bigint NOT NULL DEFAULT 0,
    bytes bigint NOT NULL DEFAULT 0,
    held bigint NOT NULL DEFAULT 0,
    remaining bigint NOT NULL DEFAULT 0,
    took_ms bigint NOT NULL DEFAULT 0,
    problem text,
    done_at timestamptz,
    CONSTRAINT retention_line_report_id_kind_pk PRIMARY KEY (report_id, kind)
);
COMMENT ON TABLE semblance.retention_line IS 'What a purge did with one kind, written in the transactions that did it';
COMMENT ON COLUMN semblance.retention_line.report_id IS 'Report that it is part of';
COMMENT ON COLUMN semblance.retention_line.kind IS 'What was removed or found';
COMMENT ON COLUMN semblance.retention_line.cutoff IS 'What was older had to go; null where age does not matter';
COMMENT ON COLUMN semblance.retention_line.rows IS 'How many were removed or found; of a dry run, how many would have been';
COMMENT ON COLUMN semblance.retention_line.bytes IS 'How large they were';
COMMENT ON COLUMN semblance.retention_line.held IS 'How many stay because of a legal hold';
COMMENT ON COLUMN semblance.retention_line.remaining IS 'How many stay although their time is over, because somebody was using them just then: the next run takes them';
COMMENT ON COLUMN semblance.retention_line.took_ms IS 'How long its transactions took, in milliseconds';
COMMENT ON COLUMN semblance.retention_line.problem IS 'Why it could not be finished, for people; null when nothing is wrong';
COMMENT ON COLUMN semblance.retention_line.done_at IS 'When the kind was done; null while it is not';
GRANT SELECT, INSERT, UPDATE, DELETE ON semblance.retention_line TO semblance_app;

-- The purge looks for the oldest of these.
CREATE INDEX person_change_changed_at_ix ON semblance.person_change (changed_at);
CREATE INDEX webhook_event_occurred_at_ix ON semblance.webhook_event (occurred_at);

-- A row that is removed is locked first, which asks for the right to change it; a number of identity cannot be changed.
GRANT UPDATE (id) ON semblance.webhook_event TO semblance_app;
