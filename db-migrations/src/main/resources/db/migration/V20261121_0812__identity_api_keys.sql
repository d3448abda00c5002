-- Programs get keys of their own: each opens what it is for and no more, expires, and can be taken away alone.
CREATE TABLE semblance.api_key (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT api_key_id_pk PRIMARY KEY,
    prefix text NOT NULL
        CONSTRAINT api_key_prefix_uq UNIQUE
        CONSTRAINT api_key_prefix_ck CHECK (prefix ~ '^[0-9A-Za-z]{8}$'),
    secret_sha256 bytea NOT NULL CONSTRAINT api_key_secret_sha256_ck CHECK (octet_length(secret_sha256) = 32),
    name text NOT NULL CONSTRAINT api_key_name_ck CHECK (length(name) BETWEEN 1 AND 100),
    owner_id uuid NOT NULL CONSTRAINT api_key_owner_id_fk REFERENCES semblance.app_user (id) ON DELETE CASCADE,
    everywhere boolean NOT NULL,
    units_per_minute integer CONSTRAINT api_key_units_per_minute_ck CHECK (units_per_minute > 0),
    units_per_day bigint CONSTRAINT api_key_units_per_day_ck CHECK (units_per_day > 0),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    last_used_at timestamptz,
    last_used_address text,
    CONSTRAINT api_key_expires_at_created_at_ck CHECK (expires_at > created_at)
);
CREATE INDEX api_key_owner_id_ix ON semblance.api_key (owner_id);
COMMENT ON TABLE semblance.api_key IS 'Keys that programs call the API with; what a key may do is never more than what its owner may at that moment';
COMMENT ON COLUMN semblance.api_key.id IS 'Identity of the key inside the installation';
COMMENT ON COLUMN semblance.api_key.prefix IS 'Public part of the key, by which it is found and called: smb_<prefix>_...';
COMMENT ON COLUMN semblance.api_key.secret_sha256 IS 'SHA-256 of the secret part, which is random and long enough to need no slow hash; not readable for reports';
COMMENT ON COLUMN semblance.api_key.name IS 'What people call it';
COMMENT ON COLUMN semblance.api_key.owner_id IS 'User who made it and answers for it';
COMMENT ON COLUMN semblance.api_key.everywhere IS 'Whether it counts wherever its owner may act; otherwise only in the galleries of api_key_gallery, which may be none any more';
COMMENT ON COLUMN semblance.api_key.units_per_minute IS 'Rate limit of its own; null takes the configured one';
COMMENT ON COLUMN semblance.api_key.units_per_day IS 'Quota of its own for a day (UTC); null takes the configured one';
COMMENT ON COLUMN semblance.api_key.created_at IS 'When it was made';
COMMENT ON COLUMN semblance.api_key.expires_at IS 'From when on it is refused';
COMMENT ON COLUMN semblance.api_key.revoked_at IS 'When it was taken away for good; null while it was not';
COMMENT ON COLUMN semblance.api_key.last_used_at IS 'Last use, to the minute; null before the first';
COMMENT ON COLUMN semblance.api_key.last_used_address IS 'Network address of that use';

CREATE TABLE semblance.api_key_permission (
    api_key_id bigint NOT NULL
        CONSTRAINT api_key_permission_api_key_id_fk REFERENCES semblance.api_key (id) ON DELETE CASCADE,
    permission text NOT NULL CONSTRAINT api_key_permission_permission_ck CHECK (permission ~ '^[a-z-]+:[a-z-]+$'),
    CONSTRAINT api_key_permission_api_key_id_permission_pk PRIMARY KEY (api_key_id, permission)
);
COMMENT ON TABLE semblance.api_key_permission IS 'What a key may do where its owner may';
COMMENT ON COLUMN semblance.api_key_permission.api_key_id IS 'Key that may';
COMMENT ON COLUMN semblance.api_key_permission.permission IS 'Permission as subject:action, one of the names that the code checks';

CREATE TABLE semblance.api_key_gallery (
    api_key_id bigint NOT NULL
        CONSTRAINT api_key_gallery_api_key_id_fk REFERENCES semblance.api_key (id) ON DELETE CASCADE,
    gallery_id bigint NOT NULL
        CONSTRAINT api_key_gallery_gallery_id_fk REFERENCES semblance.gallery (id) ON DELETE CASCADE,
    CONSTRAINT api_key_gallery_api_key_id_gallery_id_pk PRIMARY KEY (api_key_id, gallery_id)
);
CREATE INDEX api_key_gallery_gallery_id_ix ON semblance.api_key_gallery (gallery_id);
COMMENT ON TABLE semblance.api_key_gallery IS 'The galleries that a key is for, unless it is for all';
COMMENT ON COLUMN semblance.api_key_gallery.api_key_id IS 'Key that is for the gallery';
COMMENT ON COLUMN semblance.api_key_gallery.gallery_id IS 'Gallery that the key is for';

GRANT SELECT, INSERT, UPDATE, DELETE
    ON semblance.api_key, semblance.api_key_permission, semblance.api_key_gallery TO semblance_app;
GRANT USAGE ON SEQUENCE semblance.api_key_id_seq TO semblance_app;
REVOKE SELECT ON semblance.api_key FROM semblance_read;
GRANT SELECT (id, prefix, name, owner_id, everywhere, units_per_minute, units_per_day, created_at, expires_at,
    revoked_at, last_used_at, last_used_address) ON semblance.api_key TO semblance_read;
