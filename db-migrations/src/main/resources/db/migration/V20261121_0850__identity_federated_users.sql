-- Users of an identity provider are known by its word for them; what it gives them it can take, what people gave stays.
CREATE TABLE semblance.federated_identity (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT federated_identity_id_pk PRIMARY KEY,
    user_id uuid NOT NULL
        CONSTRAINT federated_identity_user_id_fk REFERENCES semblance.app_user (id) ON DELETE CASCADE,
    issuer text NOT NULL CONSTRAINT federated_identity_issuer_ck CHECK (length(issuer) BETWEEN 1 AND 500),
    subject text NOT NULL CONSTRAINT federated_identity_subject_ck CHECK (length(subject) BETWEEN 1 AND 255),
    created_at timestamptz NOT NULL,
    CONSTRAINT federated_identity_issuer_subject_uq UNIQUE (issuer, subject)
);
CREATE INDEX federated_identity_user_id_ix ON semblance.federated_identity (user_id);
COMMENT ON TABLE semblance.federated_identity IS 'Whom an identity provider means: its users, and who they are here';
COMMENT ON COLUMN semblance.federated_identity.id IS 'Identity of the link';
COMMENT ON COLUMN semblance.federated_identity.user_id IS 'Who it is here';
COMMENT ON COLUMN semblance.federated_identity.issuer IS 'The provider, as its tokens name it';
COMMENT ON COLUMN semblance.federated_identity.subject IS 'The provider''s own unchanging word for its user';
COMMENT ON COLUMN semblance.federated_identity.created_at IS 'When the user first came from there, or was linked by an administrator';

CREATE TABLE semblance.federated_session (
    session_id uuid CONSTRAINT federated_session_session_id_pk PRIMARY KEY
        CONSTRAINT federated_session_session_id_fk REFERENCES semblance.user_session (id) ON DELETE CASCADE,
    identity_id bigint NOT NULL
        CONSTRAINT federated_session_identity_id_fk REFERENCES semblance.federated_identity (id) ON DELETE CASCADE,
    provider_session text
        CONSTRAINT federated_session_provider_session_ck CHECK (length(provider_session) BETWEEN 1 AND 255)
);
CREATE INDEX federated_session_identity_id_ix ON semblance.federated_session (identity_id);
CREATE INDEX federated_session_provider_session_ix ON semblance.federated_session (provider_session);
COMMENT ON TABLE semblance.federated_session IS 'Sessions that began with a sign-in at a provider, which may end them';
COMMENT ON COLUMN semblance.federated_session.session_id IS 'The session here';
COMMENT ON COLUMN semblance.federated_session.identity_id IS 'By which link the user came';
COMMENT ON COLUMN semblance.federated_session.provider_session IS 'The provider''s name of its session (sid); null when it gives none';

ALTER TABLE semblance.user_role ADD COLUMN from_provider boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN semblance.user_role.from_provider IS 'Whether a provider''s claims gave the role, and take it when they are gone; false for a role given by hand';
GRANT SELECT, INSERT, UPDATE, DELETE ON semblance.federated_identity, semblance.federated_session TO semblance_app;
GRANT USAGE ON SEQUENCE semblance.federated_identity_id_seq TO semblance_app;
