-- All nodes sign and check access tokens with the same keys, and keys change while older tokens are still about.
CREATE TABLE semblance.signing_key (
    id text CONSTRAINT signing_key_id_pk PRIMARY KEY
        CONSTRAINT signing_key_id_ck CHECK (id ~ '^[0-9a-f]{16}$'),
    public_key bytea NOT NULL CONSTRAINT signing_key_public_key_ck CHECK (octet_length(public_key) BETWEEN 200 AND 2000),
    sealed_private_key bytea,
    created_at timestamptz NOT NULL,
    retired_at timestamptz,
    verifies_until timestamptz,
    CONSTRAINT signing_key_retired_at_verifies_until_ck CHECK ((retired_at IS NULL) = (verifies_until IS NULL)),
    CONSTRAINT signing_key_retired_at_sealed_private_key_ck CHECK ((retired_at IS NULL) = (sealed_private_key IS NOT NULL))
);
CREATE UNIQUE INDEX signing_key_retired_at_uq ON semblance.signing_key ((retired_at IS NULL)) WHERE retired_at IS NULL;
COMMENT ON TABLE semblance.signing_key IS 'RSA keys that sign access tokens: one that signs, and older ones until the last token of theirs has expired';
COMMENT ON COLUMN semblance.signing_key.id IS 'Start of the SHA-256 of the public key: the kid of tokens';
COMMENT ON COLUMN semblance.signing_key.public_key IS 'Public key in X.509 form, which everybody may know';
COMMENT ON COLUMN semblance.signing_key.sealed_private_key IS 'Private key (PKCS#8, Base64), sealed with a key outside the database; null once retired, and not readable for reports';
COMMENT ON COLUMN semblance.signing_key.created_at IS 'When the key was made';
COMMENT ON COLUMN semblance.signing_key.retired_at IS 'When another key took its place; null while it signs';
COMMENT ON COLUMN semblance.signing_key.verifies_until IS 'When the last token that it signed has expired; null while it signs';

GRANT SELECT, INSERT, UPDATE, DELETE ON semblance.signing_key TO semblance_app;
REVOKE SELECT ON semblance.signing_key FROM semblance_read;
GRANT SELECT (id, public_key, created_at, retired_at, verifies_until) ON semblance.signing_key TO semblance_read;
