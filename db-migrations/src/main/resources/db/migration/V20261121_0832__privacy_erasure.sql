-- An erasure goes through every store, outlives a death in the middle, and ends in a report that somebody can be shown.
CREATE TABLE semblance.erasure (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT erasure_id_pk PRIMARY KEY,
    pseudonym uuid NOT NULL CONSTRAINT erasure_pseudonym_uq UNIQUE,
    gallery_id bigint CONSTRAINT erasure_gallery_id_fk REFERENCES semblance.gallery (id) ON DELETE SET NULL,
    person_id bigint,
    state text NOT NULL DEFAULT 'requested' CONSTRAINT erasure_state_ck
        CHECK (state IN ('requested', 'running', 'held', 'done', 'failed', 'cancelled')),
    reason text NOT NULL CONSTRAINT erasure_reason_ck CHECK (reason IN ('request', 'withdrawal')),
    requested_by text NOT NULL,
    requested_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    execution_id bigint,
    started_at timestamptz,
    touched_at timestamptz,
    ended_at timestamptz,
    problem text,
    subject jsonb,
    report text,
    signature text,
    CONSTRAINT erasure_state_person_id_ck CHECK (state <> 'done' OR (person_id IS NULL AND subject IS NULL)),
    CONSTRAINT erasure_state_report_ck CHECK ((state = 'done') = (report IS NOT NULL)),
    CONSTRAINT erasure_report_signature_ck CHECK ((report IS NULL) = (signature IS NULL))
);
CREATE INDEX erasure_gallery_id_ix ON semblance.erasure (gallery_id);
CREATE UNIQUE INDEX erasure_person_id_uq ON semblance.erasure (person_id) WHERE state <> 'cancelled';
CREATE INDEX erasure_state_due_at_ix ON semblance.erasure (state, due_at);
COMMENT ON TABLE semblance.erasure IS 'Requests to erase a person from every store, and what became of them';
COMMENT ON COLUMN semblance.erasure.id IS 'Order of the requests';
COMMENT ON COLUMN semblance.erasure.pseudonym IS 'What the report calls the person: random, so that it says nothing of them';
COMMENT ON COLUMN semblance.erasure.gallery_id IS 'Gallery of the person; null when that is gone';
COMMENT ON COLUMN semblance.erasure.person_id IS 'Who is to be erased; null once they are. No foreign key: the person goes before the erasure ends';
COMMENT ON COLUMN semblance.erasure.state IS
    'requested: it will begin when due; running; held: a legal hold forbids it; done; failed: run it again; cancelled: consent was given again';
COMMENT ON COLUMN semblance.erasure.reason IS 'request: somebody asked for it; withdrawal: consent was withdrawn long enough ago';
COMMENT ON COLUMN semblance.erasure.requested_by IS 'Who asked for it';
COMMENT ON COLUMN semblance.erasure.requested_at IS 'When it was asked for';
COMMENT ON COLUMN semblance.erasure.due_at IS 'When it may begin';
COMMENT ON COLUMN semblance.erasure.execution_id IS 'Run of the job that does it, or did last; null before the first';
COMMENT ON COLUMN semblance.erasure.started_at IS 'When it first began; null before';
COMMENT ON COLUMN semblance.erasure.touched_at IS 'When it last went on; a running one that has long not is dead';
COMMENT ON COLUMN semblance.erasure.ended_at IS 'When it was over, was held or failed; null otherwise';
COMMENT ON COLUMN semblance.erasure.problem IS 'Why it is held or has failed; null otherwise';
COMMENT ON COLUMN semblance.erasure.subject IS 'By what the rows of the person are known while it runs; null before and after';
COMMENT ON COLUMN semblance.erasure.report IS 'What was erased and how that was verified, as JSON; null until it is done';
COMMENT ON COLUMN semblance.erasure.signature IS 'The report signed by the installation (JWS, compact); null until it is done';
GRANT SELECT, INSERT, UPDATE ON semblance.erasure TO semblance_app;
GRANT USAGE ON SEQUENCE semblance.erasure_id_seq TO semblance_app;

CREATE TABLE semblance.erasure_step (
    erasure_id bigint NOT NULL
        CONSTRAINT erasure_step_erasure_id_fk REFERENCES semblance.erasure (id) ON DELETE CASCADE,
    context text NOT NULL,
    found jsonb NOT NULL,
    done_at timestamptz,
    CONSTRAINT erasure_step_erasure_id_context_pk PRIMARY KEY (erasure_id, context)
);
COMMENT ON TABLE semblance.erasure_step IS 'How far an erasure has come: one step for each context that holds something of persons';
COMMENT ON COLUMN semblance.erasure_step.erasure_id IS 'The erasure';
COMMENT ON COLUMN semblance.erasure_step.context IS 'Whose tables the step clears';
COMMENT ON COLUMN semblance.erasure_step.found IS 'How many rows of each table were the person''s when the erasure began';
COMMENT ON COLUMN semblance.erasure_step.done_at IS 'When the step was done; null while it is not';
GRANT SELECT, INSERT, UPDATE ON semblance.erasure_step TO semblance_app;
