-- A client that got no answer sends its request again; the key that it gives must not let it happen twice, on any node.
CREATE TABLE semblance.idempotent_request (
    caller text NOT NULL,
    key text NOT NULL CONSTRAINT idempotent_request_key_ck CHECK (length(key) BETWEEN 1 AND 255),
    target text NOT NULL,
    started_at timestamptz NOT NULL,
    body_sha256 bytea CONSTRAINT idempotent_request_body_sha256_ck CHECK (octet_length(body_sha256) = 32),
    status integer CONSTRAINT idempotent_request_status_ck CHECK (status BETWEEN 200 AND 499),
    content_type text,
    location text,
    answer bytea,
    CONSTRAINT idempotent_request_caller_key_pk PRIMARY KEY (caller, key),
    CONSTRAINT idempotent_request_status_body_sha256_ck CHECK ((status IS NULL) = (body_sha256 IS NULL))
);
CREATE INDEX idempotent_request_started_at_ix ON semblance.idempotent_request (started_at);
COMMENT ON TABLE semblance.idempotent_request IS 'Writes that came with an Idempotency-Key, and how they were answered; kept for a day';
COMMENT ON COLUMN semblance.idempotent_request.caller IS 'Who sent it; keys of two callers have nothing to do with each other';
COMMENT ON COLUMN semblance.idempotent_request.key IS 'What the caller calls the request';
COMMENT ON COLUMN semblance.idempotent_request.target IS 'Method and address; the same key cannot be used for another';
COMMENT ON COLUMN semblance.idempotent_request.started_at IS 'When it was begun; long ago and without a status means that the node died';
COMMENT ON COLUMN semblance.idempotent_request.body_sha256 IS 'SHA-256 of the body; the same key cannot be used for another; null while under way';
COMMENT ON COLUMN semblance.idempotent_request.status IS 'HTTP status of the answer; null while under way';
COMMENT ON COLUMN semblance.idempotent_request.content_type IS 'Media type of the answer; null when it has no body';
COMMENT ON COLUMN semblance.idempotent_request.location IS 'Header Location of the answer; null without one';
COMMENT ON COLUMN semblance.idempotent_request.answer IS 'Body of the answer; null when it has none';
GRANT SELECT, INSERT, UPDATE, DELETE ON semblance.idempotent_request TO semblance_app;
