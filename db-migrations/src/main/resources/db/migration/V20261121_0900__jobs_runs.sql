-- Work must outlive the node that does it: a run is a row that nodes take and lose, and its place is kept with its effects.
CREATE TABLE semblance.node (
    id uuid CONSTRAINT node_id_pk PRIMARY KEY,
    name text NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    seen_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX node_seen_at_ix ON semblance.node (seen_at);

COMMENT ON TABLE semblance.node IS 'Starts of servers that share this database; one that is not seen any more has lost its work';
COMMENT ON COLUMN semblance.node.id IS 'One start of one server; the next start is another row';
COMMENT ON COLUMN semblance.node.name IS 'Name of the server, for people';
COMMENT ON COLUMN semblance.node.started_at IS 'When it came up, by the clock of the database';
COMMENT ON COLUMN semblance.node.seen_at IS 'When it was last heard of, by the clock of the database';

CREATE TABLE semblance.job_run (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT job_run_id_pk PRIMARY KEY,
    job text NOT NULL CONSTRAINT job_run_job_ck CHECK (job ~ '^[a-z][a-z0-9-]*$'),
    parameters jsonb NOT NULL DEFAULT '{}',
    exclusive_key text,
    state text NOT NULL DEFAULT 'queued' CONSTRAINT job_run_state_ck
        CHECK (state IN ('queued', 'running', 'stopping', 'stopped', 'completed', 'failed', 'abandoned')),
    requested_by text NOT NULL,
    requested_by_kind text NOT NULL CONSTRAINT job_run_requested_by_kind_ck
        CHECK (requested_by_kind IN ('user', 'key', 'job', 'system')),
    node_id uuid,
    attempt integer NOT NULL DEFAULT 0,
    deaths integer NOT NULL DEFAULT 0,
    execution_id bigint,
    total bigint,
    done_before bigint NOT NULL DEFAULT 0,
    message text,
    created_at timestamptz NOT NULL DEFAULT now(),
    started_at timestamptz,
    ended_at timestamptz,
    CONSTRAINT job_run_node_id_ck CHECK ((state IN ('running', 'stopping')) = (node_id IS NOT NULL))
);
CREATE UNIQUE INDEX job_run_exclusive_key_uq ON semblance.job_run (exclusive_key)
    WHERE state IN ('running', 'stopping');
CREATE INDEX job_run_state_ix ON semblance.job_run (state) WHERE state IN ('queued', 'running', 'stopping');
CREATE INDEX job_run_job_ix ON semblance.job_run (job, id);
CREATE INDEX job_run_ended_at_ix ON semblance.job_run (ended_at);

COMMENT ON TABLE semblance.job_run IS 'Runs of jobs: asked for, under way and over';
COMMENT ON COLUMN semblance.job_run.id IS 'Number of the run, the same through every restart';
COMMENT ON COLUMN semblance.job_run.job IS 'Which job, the name of its XML file';
COMMENT ON COLUMN semblance.job_run.parameters IS 'What it was started with, texts by name';
COMMENT ON COLUMN semblance.job_run.exclusive_key IS 'Runs with the same key are never under way at the same time; null for one that disturbs nobody';
COMMENT ON COLUMN semblance.job_run.state IS 'queued: waits for a node; running; stopping: asked to stop; stopped: can go on; completed; failed: can go on; abandoned: given up for good';
COMMENT ON COLUMN semblance.job_run.requested_by IS 'Who asked for it';
COMMENT ON COLUMN semblance.job_run.requested_by_kind IS 'What asked for it: user, key, job or system';
COMMENT ON COLUMN semblance.job_run.node_id IS 'Start of the server that does it (node.id; no foreign key, old nodes are forgotten); null unless it is under way';
COMMENT ON COLUMN semblance.job_run.attempt IS 'How often it was taken; what an earlier attempt still does is refused';
COMMENT ON COLUMN semblance.job_run.deaths IS 'How many nodes fell silent in the middle of it since somebody last started it';
COMMENT ON COLUMN semblance.job_run.execution_id IS 'The attempt in the batch runtime (jobs.job_execution.jobexecutionid; no foreign key, that repository is the server''s)';
COMMENT ON COLUMN semblance.job_run.total IS 'How many items there are; null until they are counted';
COMMENT ON COLUMN semblance.job_run.done_before IS 'How many items were done when the current attempt began: what it has done since tells its rate';
COMMENT ON COLUMN semblance.job_run.message IS 'How it ended, for people, when there is something to tell';
COMMENT ON COLUMN semblance.job_run.created_at IS 'When it was asked for';
COMMENT ON COLUMN semblance.job_run.started_at IS 'When the current attempt began; null before the first';
COMMENT ON COLUMN semblance.job_run.ended_at IS 'When it ended; null while it has not';

CREATE TABLE semblance.job_place (
    run_id bigint NOT NULL CONSTRAINT job_place_run_id_fk REFERENCES semblance.job_run (id) ON DELETE CASCADE,
    step text NOT NULL,
    part integer NOT NULL,
    place text,
    done bigint NOT NULL DEFAULT 0,
    failed bigint NOT NULL DEFAULT 0,
    CONSTRAINT job_place_run_id_step_part_pk PRIMARY KEY (run_id, step, part)
);

COMMENT ON TABLE semblance.job_place IS 'How far a part of a step has come, written in the transaction that did it';
COMMENT ON COLUMN semblance.job_place.run_id IS 'Run that it is part of';
COMMENT ON COLUMN semblance.job_place.step IS 'Step of the job';
COMMENT ON COLUMN semblance.job_place.part IS 'Which of the parts that are done side by side, from 0';
COMMENT ON COLUMN semblance.job_place.place IS 'Key of the last item dealt with, as the step writes it; null before the first';
COMMENT ON COLUMN semblance.job_place.done IS 'How many items have been dealt with for good, refused ones among them';
COMMENT ON COLUMN semblance.job_place.failed IS 'How many items were refused';

CREATE TABLE semblance.job_count (
    run_id bigint NOT NULL CONSTRAINT job_count_run_id_fk REFERENCES semblance.job_run (id) ON DELETE CASCADE,
    part integer NOT NULL,
    name text NOT NULL CONSTRAINT job_count_name_ck CHECK (name ~ '^[a-z][a-z0-9_.-]*$'),
    number bigint NOT NULL,
    CONSTRAINT job_count_run_id_part_name_pk PRIMARY KEY (run_id, part, name)
);

COMMENT ON TABLE semblance.job_count IS 'What a run did, counted by kind: its report';
COMMENT ON COLUMN semblance.job_count.run_id IS 'Run that counts';
COMMENT ON COLUMN semblance.job_count.part IS 'Which of the parts that are done side by side, so that they do not wait for each other';
COMMENT ON COLUMN semblance.job_count.name IS 'What is counted, such as persons-enrolled';
COMMENT ON COLUMN semblance.job_count.number IS 'How many';

CREATE TABLE semblance.job_event (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT job_event_id_pk PRIMARY KEY,
    run_id bigint NOT NULL CONSTRAINT job_event_run_id_fk REFERENCES semblance.job_run (id) ON DELETE CASCADE,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    text text NOT NULL
);
CREATE INDEX job_event_run_id_id_ix ON semblance.job_event (run_id, id);

COMMENT ON TABLE semblance.job_event IS 'What happened to a run, for people';
COMMENT ON COLUMN semblance.job_event.id IS 'Order of events';
COMMENT ON COLUMN semblance.job_event.run_id IS 'Run that it happened to';
COMMENT ON COLUMN semblance.job_event.at IS 'When it happened';
COMMENT ON COLUMN semblance.job_event.text IS 'What happened, without names of persons';

-- Runs of earlier releases keep their numbers; their places were the batch runtime's, so those cut short cannot go on.
INSERT INTO semblance.job_run (id, job, state, requested_by, requested_by_kind, execution_id, message, created_at, started_at, ended_at)
OVERRIDING SYSTEM VALUE
SELECT execution.jobexecutionid, instance.jobname,
       CASE execution.batchstatus WHEN 'COMPLETED' THEN 'completed' ELSE 'abandoned' END,
       'semblance', 'system', execution.jobexecutionid,
       CASE execution.batchstatus WHEN 'COMPLETED' THEN NULL
            ELSE 'It ended before an upgrade of the server; start the job again' END,
       execution.createtime, execution.starttime, coalesce(execution.endtime, execution.lastupdatedtime, now())
  FROM jobs.job_execution AS execution
  JOIN jobs.job_instance AS instance ON instance.jobinstanceid = execution.jobinstanceid
 WHERE instance.jobname ~ '^[a-z][a-z0-9-]*$';
SELECT setval('semblance.job_run_id_seq', coalesce((SELECT max(id) FROM semblance.job_run), 0) + 1, false);

ALTER TABLE semblance.job_item_failure RENAME COLUMN execution_id TO run_id;
ALTER INDEX semblance.job_item_failure_execution_id_id_ix RENAME TO job_item_failure_run_id_id_ix;
DELETE FROM semblance.job_item_failure AS failure
 WHERE NOT EXISTS (SELECT FROM semblance.job_run WHERE job_run.id = failure.run_id);
ALTER TABLE semblance.job_item_failure ADD CONSTRAINT job_item_failure_run_id_fk
    FOREIGN KEY (run_id) REFERENCES semblance.job_run (id) ON DELETE CASCADE;
COMMENT ON COLUMN semblance.job_item_failure.run_id IS 'Run of the job that refused the item';

GRANT SELECT, INSERT, UPDATE, DELETE
    ON semblance.node, semblance.job_run, semblance.job_place, semblance.job_count, semblance.job_event TO semblance_app;
GRANT USAGE ON SEQUENCE semblance.job_run_id_seq, semblance.job_event_id_seq TO semblance_app;
