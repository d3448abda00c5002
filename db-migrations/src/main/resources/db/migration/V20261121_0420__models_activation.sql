-- Which model pack is in use must be the same on every node, and outlive a restart.
-- Another embedder may only take over once every stored face has an embedding of it.
CREATE TABLE semblance.model_activation (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT model_activation_id_pk PRIMARY KEY,
    pack text NOT NULL CONSTRAINT model_activation_pack_ck CHECK (pack ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
    model text CONSTRAINT model_activation_model_ck CHECK (length(model) BETWEEN 1 AND 200),
    state text NOT NULL DEFAULT 'requested' CONSTRAINT model_activation_state_ck
        CHECK (state IN ('requested', 'preparing', 'active', 'failed', 'superseded')),
    allow_skipped boolean NOT NULL DEFAULT false,
    requested_by text NOT NULL,
    requested_by_kind text NOT NULL
        CONSTRAINT model_activation_requested_by_kind_ck CHECK (requested_by_kind IN ('user', 'job', 'system')),
    requested_at timestamptz NOT NULL,
    ended_at timestamptz,
    execution_id bigint,
    problem text,
    place text GENERATED ALWAYS AS (
        CASE WHEN state = 'active' THEN 'active' WHEN state IN ('requested', 'preparing') THEN 'pending' END) STORED
        CONSTRAINT model_activation_place_uq UNIQUE,
    CONSTRAINT model_activation_problem_ck CHECK ((problem IS NOT NULL) = (state = 'failed'))
);
COMMENT ON TABLE semblance.model_activation IS 'Requests to use a model pack, and what became of them; the last active one is in use';
COMMENT ON COLUMN semblance.model_activation.id IS 'Order of the requests';
COMMENT ON COLUMN semblance.model_activation.pack IS 'Name of the pack, as that of its directory';
COMMENT ON COLUMN semblance.model_activation.model IS 'Embedder of the pack, as in model.name; null until the pack has been read';
COMMENT ON COLUMN semblance.model_activation.state IS
    'requested: nobody has looked at it yet; preparing: stored faces get embeddings of the model; active: in use; failed; superseded: another one came after it';
COMMENT ON COLUMN semblance.model_activation.allow_skipped IS 'Whether the pack may be used although some faces could not be embedded again';
COMMENT ON COLUMN semblance.model_activation.requested_by IS 'Who asked for it';
COMMENT ON COLUMN semblance.model_activation.requested_by_kind IS 'What asked for it: user, job or system';
COMMENT ON COLUMN semblance.model_activation.requested_at IS 'When it was asked for';
COMMENT ON COLUMN semblance.model_activation.ended_at IS 'When it came into use or failed; null before';
COMMENT ON COLUMN semblance.model_activation.execution_id IS
    'Run of the job that embeds the stored faces, as jobs.job_execution.jobexecutionid; no foreign key, because the job repository is the server''s to purge';
COMMENT ON COLUMN semblance.model_activation.problem IS 'Why it failed, and what to do';
COMMENT ON COLUMN semblance.model_activation.place IS
    'active or pending, each held by at most one request; null for those that have ended';

-- A face whose picture is gone or unreadable has no embedding of the new model; it must be counted, not tried for ever.
CREATE TABLE semblance.embedding_skip (
    face_id bigint NOT NULL CONSTRAINT embedding_skip_face_id_fk REFERENCES semblance.face (id) ON DELETE CASCADE,
    model_id bigint NOT NULL CONSTRAINT embedding_skip_model_id_fk REFERENCES semblance.model (id) ON DELETE CASCADE,
    reason_code text NOT NULL CONSTRAINT embedding_skip_reason_code_ck CHECK (reason_code ~ '^[a-z][a-z0-9-]*$'),
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT embedding_skip_face_id_model_id_pk PRIMARY KEY (face_id, model_id)
);
CREATE INDEX embedding_skip_model_id_ix ON semblance.embedding_skip (model_id);

COMMENT ON TABLE semblance.embedding_skip IS 'Faces that cannot be embedded by a model';
COMMENT ON COLUMN semblance.embedding_skip.face_id IS 'The face; deleting it deletes this';
COMMENT ON COLUMN semblance.embedding_skip.model_id IS 'The model that could not embed it';
COMMENT ON COLUMN semblance.embedding_skip.reason_code IS 'Code of the problem, such as photo-unreadable';
COMMENT ON COLUMN semblance.embedding_skip.created_at IS 'When it was tried';

GRANT SELECT, INSERT, UPDATE ON semblance.model_activation TO semblance_app;
GRANT USAGE ON SEQUENCE semblance.model_activation_id_seq TO semblance_app;
GRANT SELECT, INSERT, DELETE ON semblance.embedding_skip TO semblance_app;

INSERT INTO semblance.role_permission (role_id, permission)
SELECT id, 'model:manage' FROM semblance.role WHERE name = 'administrator';
