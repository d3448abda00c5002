-- Guessing must become slow for whoever guesses, and for nobody else: attempts count by name and address, not by name.
CREATE TABLE semblance.sign_in_throttle (
    kind text NOT NULL CONSTRAINT sign_in_throttle_kind_ck CHECK (kind IN ('pair', 'user', 'address')),
    subject bytea NOT NULL CONSTRAINT sign_in_throttle_subject_ck CHECK (octet_length(subject) = 32),
    attempts integer NOT NULL CONSTRAINT sign_in_throttle_attempts_ck CHECK (attempts >= 0),
    since timestamptz NOT NULL,
    blocked_until timestamptz NOT NULL,
    CONSTRAINT sign_in_throttle_kind_subject_pk PRIMARY KEY (kind, subject)
);
CREATE INDEX sign_in_throttle_since_ix ON semblance.sign_in_throttle (since);
COMMENT ON TABLE semblance.sign_in_throttle IS 'Attempts to sign in that did not succeed, while they slow further ones down; forgotten after a day';
COMMENT ON COLUMN semblance.sign_in_throttle.kind IS 'pair: a name from an address; user: a name from all addresses that are new to it; address: all names that are new to an address';
COMMENT ON COLUMN semblance.sign_in_throttle.subject IS 'SHA-256 of the name, the address or both, because people type passwords where names belong';
COMMENT ON COLUMN semblance.sign_in_throttle.attempts IS 'How many there were since then';
COMMENT ON COLUMN semblance.sign_in_throttle.since IS 'When the first of them was';
COMMENT ON COLUMN semblance.sign_in_throttle.blocked_until IS 'No further attempt of a pair before this time';
GRANT SELECT, INSERT, UPDATE, DELETE ON semblance.sign_in_throttle TO semblance_app;

ALTER TABLE semblance.app_user DROP COLUMN failed_attempts, DROP COLUMN locked_until;
CREATE INDEX user_session_client_address_ix ON semblance.user_session (client_address, user_id);
