-- A sign-in must be visible and must end when somebody says so, on every node: it is a row, not a promise in a token.
CREATE TABLE semblance.user_session (
    id uuid CONSTRAINT user_session_id_pk PRIMARY KEY,
    user_id uuid NOT NULL
        CONSTRAINT user_session_user_id_fk REFERENCES semblance.app_user (id) ON DELETE CASCADE,
    kind text NOT NULL CONSTRAINT user_session_kind_ck CHECK (kind IN ('portal', 'api')),
    created_at timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    proved_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    client_address text,
    user_agent text CONSTRAINT user_session_user_agent_ck CHECK (length(user_agent) <= 300),
    revoked_at timestamptz,
    revoked_because text,
    CONSTRAINT user_session_expires_at_created_at_ck CHECK (expires_at > created_at),
    CONSTRAINT user_session_revoked_at_revoked_because_ck CHECK ((revoked_at IS NULL) = (revoked_because IS NULL))
);
CREATE INDEX user_session_user_id_ix ON semblance.user_session (user_id, created_at);
CREATE INDEX user_session_expires_at_ix ON semblance.user_session (expires_at);
COMMENT ON TABLE semblance.user_session IS 'One row for each sign-in, at the portal or for the API; kept for a while after its end';
COMMENT ON COLUMN semblance.user_session.id IS 'Identity of the session: a UUID of version 7, so that it sorts by age';
COMMENT ON COLUMN semblance.user_session.user_id IS 'Who signed in';
COMMENT ON COLUMN semblance.user_session.kind IS 'portal for a browser session, api for tokens';
COMMENT ON COLUMN semblance.user_session.created_at IS 'When the user signed in';
COMMENT ON COLUMN semblance.user_session.last_used_at IS 'When a request last used it, to the minute';
COMMENT ON COLUMN semblance.user_session.proved_at IS 'When the user last proved their password in it: sensitive work asks for that to be recent';
COMMENT ON COLUMN semblance.user_session.expires_at IS 'When it ends, however much it is used';
COMMENT ON COLUMN semblance.user_session.client_address IS 'Network address that signed in; null when unknown';
COMMENT ON COLUMN semblance.user_session.user_agent IS 'What the client that signed in calls itself; null when it does not say';
COMMENT ON COLUMN semblance.user_session.revoked_at IS 'When somebody ended it; null while nobody has';
COMMENT ON COLUMN semblance.user_session.revoked_because IS 'Why it was ended: signed-out, revoked, password-changed ...; null while it was not';
GRANT SELECT, INSERT, UPDATE, DELETE ON semblance.user_session TO semblance_app;
