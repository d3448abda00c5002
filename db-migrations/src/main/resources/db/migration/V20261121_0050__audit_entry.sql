-- Who did what to whom and when, in a form that nobody can quietly change: no grants, and a trigger.
CREATE TABLE semblance.audit_entry (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT audit_entry_id_pk PRIMARY KEY,
    occurred_at timestamptz NOT NULL,
    actor text NOT NULL,
    actor_kind text NOT NULL CONSTRAINT audit_entry_actor_kind_ck CHECK (actor_kind IN ('user', 'job', 'system')),
    action text NOT NULL CONSTRAINT audit_entry_action_ck CHECK (action <> ''),
    subject_type text,
    subject_id text,
    outcome text NOT NULL CONSTRAINT audit_entry_outcome_ck CHECK (outcome <> ''),
    client_address text,
    request_id text,
    details jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_entry_occurred_at_ix ON semblance.audit_entry (occurred_at);
CREATE INDEX audit_entry_actor_occurred_at_ix ON semblance.audit_entry (actor, occurred_at);
CREATE INDEX audit_entry_subject_type_subject_id_ix ON semblance.audit_entry (subject_type, subject_id);

COMMENT ON TABLE semblance.audit_entry IS 'The audit trail: one row for each change and each refusal, append-only for everybody';
COMMENT ON COLUMN semblance.audit_entry.id IS 'Order of the entry in the trail; numbers may be missing where a transaction was rolled back';
COMMENT ON COLUMN semblance.audit_entry.occurred_at IS 'When it happened';
COMMENT ON COLUMN semblance.audit_entry.actor IS 'Who did it: a user name as it was typed, a job or a part of the system';
COMMENT ON COLUMN semblance.audit_entry.actor_kind IS 'What the actor is: user, job or system';
COMMENT ON COLUMN semblance.audit_entry.action IS 'What was done';
COMMENT ON COLUMN semblance.audit_entry.subject_type IS 'Kind of thing it was done to; null when there is none';
COMMENT ON COLUMN semblance.audit_entry.subject_id IS 'Identity of the thing it was done to; null when there is none';
COMMENT ON COLUMN semblance.audit_entry.outcome IS 'How it ended';
COMMENT ON COLUMN semblance.audit_entry.client_address IS 'Network address it came from; null for jobs and the system';
COMMENT ON COLUMN semblance.audit_entry.request_id IS 'Request it was part of, as in the log lines; null outside a request';
COMMENT ON COLUMN semblance.audit_entry.details IS 'What else is worth knowing, without secrets, pictures or embeddings';

CREATE TRIGGER audit_entry_append_only_tg BEFORE UPDATE OR DELETE OR TRUNCATE ON semblance.audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION semblance.refuse_change();
ALTER TABLE semblance.audit_entry ENABLE ALWAYS TRIGGER audit_entry_append_only_tg;

GRANT SELECT, INSERT ON semblance.audit_entry TO semblance_app;
GRANT USAGE ON SEQUENCE semblance.audit_entry_id_seq TO semblance_app;
