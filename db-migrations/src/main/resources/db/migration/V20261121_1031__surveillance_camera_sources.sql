-- Cameras that send nothing by themselves are read, each by one server at a time.
CREATE TABLE semblance.camera_source (
    camera_id bigint CONSTRAINT camera_source_camera_id_pk PRIMARY KEY
        CONSTRAINT camera_source_camera_id_fk REFERENCES semblance.camera (id) ON DELETE CASCADE,
    kind text NOT NULL CONSTRAINT camera_source_kind_ck CHECK (kind IN ('snapshot', 'mjpeg')),
    url text NOT NULL CONSTRAINT camera_source_url_ck CHECK (url ~* '^https?://' AND length(url) <= 2000),
    frames_per_second double precision NOT NULL
        CONSTRAINT camera_source_frames_per_second_ck CHECK (frames_per_second BETWEEN 0.01 AND 30),
    username text CONSTRAINT camera_source_username_ck CHECK (length(username) BETWEEN 1 AND 200),
    password bytea,
    is_on boolean NOT NULL,
    version integer NOT NULL DEFAULT 1 CONSTRAINT camera_source_version_ck CHECK (version >= 1),
    changed_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT camera_source_username_password_ck CHECK ((username IS NULL) = (password IS NULL))
);
COMMENT ON TABLE semblance.camera_source IS 'Where the frames of a camera are read; none for a camera whose agent sends them';
COMMENT ON COLUMN semblance.camera_source.camera_id IS 'The camera';
COMMENT ON COLUMN semblance.camera_source.kind IS 'snapshot (one picture an answer) or mjpeg (a stream of them)';
COMMENT ON COLUMN semblance.camera_source.url IS 'Where it is read; may carry a token of the camera';
COMMENT ON COLUMN semblance.camera_source.frames_per_second IS 'How often a frame is taken';
COMMENT ON COLUMN semblance.camera_source.username IS 'User at the camera; null where it asks for none';
COMMENT ON COLUMN semblance.camera_source.password IS 'The user''s password, sealed';
COMMENT ON COLUMN semblance.camera_source.is_on IS 'Whether it is read';
COMMENT ON COLUMN semblance.camera_source.version IS 'Number of changes, for optimistic locking';
COMMENT ON COLUMN semblance.camera_source.changed_at IS 'When it was changed last';
GRANT SELECT, INSERT, UPDATE, DELETE ON semblance.camera_source TO semblance_app;
-- Addresses may carry tokens, and passwords are nobody's business.
REVOKE SELECT ON semblance.camera_source FROM semblance_read;
GRANT SELECT (camera_id, kind, frames_per_second, username, is_on, version, changed_at)
    ON semblance.camera_source TO semblance_read;

CREATE TABLE semblance.camera_reading (
    camera_id bigint CONSTRAINT camera_reading_camera_id_pk PRIMARY KEY
        CONSTRAINT camera_reading_camera_id_fk REFERENCES semblance.camera_source (camera_id) ON DELETE CASCADE,
    lease uuid,
    node text,
    leased_until timestamptz,
    failures integer NOT NULL DEFAULT 0 CONSTRAINT camera_reading_failures_ck CHECK (failures >= 0),
    next_try_at timestamptz NOT NULL DEFAULT now(),
    last_error text CONSTRAINT camera_reading_last_error_ck CHECK (length(last_error) <= 100),
    last_error_at timestamptz,
    is_failing boolean NOT NULL DEFAULT false,
    CONSTRAINT camera_reading_lease_node_leased_until_ck
        CHECK ((lease IS NULL) = (node IS NULL) AND (lease IS NULL) = (leased_until IS NULL))
);
COMMENT ON TABLE semblance.camera_reading IS 'Which server reads a camera, and how that goes';
COMMENT ON COLUMN semblance.camera_reading.camera_id IS 'The camera';
COMMENT ON COLUMN semblance.camera_reading.lease IS 'To be shown by whoever reads it; null while nobody does';
COMMENT ON COLUMN semblance.camera_reading.node IS 'Name of the server that reads it';
COMMENT ON COLUMN semblance.camera_reading.leased_until IS 'How long nobody else reads it';
COMMENT ON COLUMN semblance.camera_reading.failures IS 'How often in a row it could not be read';
COMMENT ON COLUMN semblance.camera_reading.next_try_at IS 'Before then it is not tried again';
COMMENT ON COLUMN semblance.camera_reading.last_error IS 'Code of why it could not be read; null while it can';
COMMENT ON COLUMN semblance.camera_reading.last_error_at IS 'When that was';
COMMENT ON COLUMN semblance.camera_reading.is_failing IS 'Whether a camera event told that it fails';
GRANT SELECT, INSERT, UPDATE, DELETE ON semblance.camera_reading TO semblance_app;
