-- Access tokens live for minutes; what renews them is good for one use, so that a stolen one shows itself.
CREATE TABLE semblance.refresh_token (
    hash bytea CONSTRAINT refresh_token_hash_pk PRIMARY KEY
        CONSTRAINT refresh_token_hash_ck CHECK (octet_length(hash) = 32),
    session_id uuid NOT NULL
        CONSTRAINT refresh_token_session_id_fk REFERENCES semblance.user_session (id) ON DELETE CASCADE,
    issued_at timestamptz NOT NULL,
    used_at timestamptz,
    successor bytea CONSTRAINT refresh_token_successor_ck CHECK (octet_length(successor) = 32)
);
CREATE INDEX refresh_token_session_id_ix ON semblance.refresh_token (session_id);
COMMENT ON TABLE semblance.refresh_token IS 'Tokens that renew the access token of a session; each is good for one use';
COMMENT ON COLUMN semblance.refresh_token.hash IS 'SHA-256 of the token, which has 256 random bits; the token itself is not kept';
COMMENT ON COLUMN semblance.refresh_token.session_id IS 'Session that it renews';
COMMENT ON COLUMN semblance.refresh_token.issued_at IS 'When it was issued';
COMMENT ON COLUMN semblance.refresh_token.used_at IS 'When it was used or replaced; a later use ends the session; null while it is good';
COMMENT ON COLUMN semblance.refresh_token.successor IS 'Hash of the token that was given for it; null while it was not used';
GRANT SELECT, INSERT, UPDATE, DELETE ON semblance.refresh_token TO semblance_app;
REVOKE SELECT ON semblance.refresh_token FROM semblance_read;
GRANT SELECT (session_id, issued_at, used_at) ON semblance.refresh_token TO semblance_read;
