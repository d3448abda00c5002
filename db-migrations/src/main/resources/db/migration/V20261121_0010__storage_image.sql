-- What is known about every stored picture; the bytes are in the image store under the same key.
CREATE TABLE semblance.image (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT image_id_pk PRIMARY KEY,
    key text NOT NULL
        CONSTRAINT image_key_uq UNIQUE
        CONSTRAINT image_key_ck CHECK (key <> '' AND key !~ '(^/|(^|/)\.\.?(/|$))'),
    sha256 bytea NOT NULL CONSTRAINT image_sha256_ck CHECK (octet_length(sha256) = 32),
    media_type text NOT NULL CONSTRAINT image_media_type_ck CHECK (media_type ~ '^image/[a-z0-9.+-]+$'),
    size_bytes bigint NOT NULL CONSTRAINT image_size_bytes_ck CHECK (size_bytes > 0),
    width integer NOT NULL CONSTRAINT image_width_ck CHECK (width > 0),
    height integer NOT NULL CONSTRAINT image_height_ck CHECK (height > 0),
    retention_class text NOT NULL CONSTRAINT image_retention_class_ck CHECK (retention_class ~ '^[a-z][a-z0-9-]*$'),
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX image_sha256_ix ON semblance.image (sha256);
CREATE INDEX image_retention_class_created_at_ix ON semblance.image (retention_class, created_at);

COMMENT ON TABLE semblance.image IS 'A stored picture; the row goes first, the file after, and a sweep finds what lies between';
COMMENT ON COLUMN semblance.image.id IS 'Identity of the picture inside the database';
COMMENT ON COLUMN semblance.image.key IS 'Where the image store keeps the bytes: a relative path without . or .. steps';
COMMENT ON COLUMN semblance.image.sha256 IS 'SHA-256 of the stored bytes before any encryption at rest';
COMMENT ON COLUMN semblance.image.media_type IS 'Media type found in the bytes, such as image/jpeg';
COMMENT ON COLUMN semblance.image.size_bytes IS 'Number of stored bytes before any encryption at rest';
COMMENT ON COLUMN semblance.image.width IS 'Width in pixels, upright';
COMMENT ON COLUMN semblance.image.height IS 'Height in pixels, upright';
COMMENT ON COLUMN semblance.image.retention_class IS 'Kind of picture that decides how long it is kept, in kebab-case';
COMMENT ON COLUMN semblance.image.created_at IS 'When the picture was stored';

GRANT SELECT, INSERT, UPDATE, DELETE ON semblance.image TO semblance_app;
GRANT USAGE ON SEQUENCE semblance.image_id_seq TO semblance_app;
