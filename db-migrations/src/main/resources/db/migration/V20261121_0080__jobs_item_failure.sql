-- A job that goes on after a bad item must still tell which items it refused, and why.
CREATE TABLE semblance.job_item_failure (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT job_item_failure_id_pk PRIMARY KEY,
    execution_id bigint NOT NULL,
    item text NOT NULL,
    reason_code text NOT NULL CONSTRAINT job_item_failure_reason_code_ck CHECK (reason_code ~ '^[a-z][a-z0-9-]*$'),
    message text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX job_item_failure_execution_id_id_ix ON semblance.job_item_failure (execution_id, id);

COMMENT ON TABLE semblance.job_item_failure IS 'Items that a job refused';
COMMENT ON COLUMN semblance.job_item_failure.id IS 'Order in which the items were refused';
COMMENT ON COLUMN semblance.job_item_failure.execution_id IS
    'Run of the job, as jobs.job_execution.jobexecutionid; no foreign key, because the job repository is the server''s to purge';
COMMENT ON COLUMN semblance.job_item_failure.item IS 'Which item: for a folder, the path below it';
COMMENT ON COLUMN semblance.job_item_failure.reason_code IS 'Code of the problem, such as no-face';
COMMENT ON COLUMN semblance.job_item_failure.message IS 'What the problem says to a person, and what to do';
COMMENT ON COLUMN semblance.job_item_failure.created_at IS 'When the item was refused';

GRANT SELECT, INSERT, DELETE ON semblance.job_item_failure TO semblance_app;
GRANT USAGE ON SEQUENCE semblance.job_item_failure_id_seq TO semblance_app;
