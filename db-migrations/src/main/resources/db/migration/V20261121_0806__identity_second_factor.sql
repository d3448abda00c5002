-- A password alone is not enough for everybody: codes of an authenticator app (RFC 6238), and some for when it is lost.
CREATE TABLE semblance.second_factor (
    user_id uuid CONSTRAINT second_factor_user_id_pk PRIMARY KEY
        CONSTRAINT second_factor_user_id_fk REFERENCES semblance.app_user (id) ON DELETE CASCADE,
    secret bytea NOT NULL,
    created_at timestamptz NOT NULL,
    confirmed_at timestamptz,
    last_step bigint NOT NULL DEFAULT 0
);
COMMENT ON TABLE semblance.second_factor IS 'The authenticator app of a user who has one';
COMMENT ON COLUMN semblance.second_factor.user_id IS 'Whose it is';
COMMENT ON COLUMN semblance.second_factor.secret IS 'What app and server share, sealed with a key that is not in the database';
COMMENT ON COLUMN semblance.second_factor.created_at IS 'When it was set up';
COMMENT ON COLUMN semblance.second_factor.confirmed_at IS 'When a first code proved that the app has it; null before, when it is not asked for yet';
COMMENT ON COLUMN semblance.second_factor.last_step IS 'Half minute of the newest code that was used: neither it nor an older one is accepted again';

CREATE TABLE semblance.recovery_code (
    user_id uuid NOT NULL
        CONSTRAINT recovery_code_user_id_fk REFERENCES semblance.second_factor (user_id) ON DELETE CASCADE,
    hash bytea NOT NULL CONSTRAINT recovery_code_hash_ck CHECK (octet_length(hash) = 32),
    CONSTRAINT recovery_code_user_id_hash_pk PRIMARY KEY (user_id, hash)
);
COMMENT ON TABLE semblance.recovery_code IS 'Codes that stand in for the authenticator app once; a used one is deleted';
COMMENT ON COLUMN semblance.recovery_code.user_id IS 'Whose it is';
COMMENT ON COLUMN semblance.recovery_code.hash IS 'SHA-256 of the code, which has about 79 random bits';
GRANT SELECT, INSERT, UPDATE, DELETE ON semblance.second_factor, semblance.recovery_code TO semblance_app;
REVOKE SELECT ON semblance.second_factor, semblance.recovery_code FROM semblance_read;
GRANT SELECT (user_id, created_at, confirmed_at, last_step) ON semblance.second_factor TO semblance_read;
GRANT SELECT (user_id) ON semblance.recovery_code TO semblance_read;
