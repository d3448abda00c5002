-- Who watches what: each camera compares with the persons of one gallery, under rules of its own.
CREATE TABLE semblance.camera (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT camera_id_pk PRIMARY KEY,
    name text NOT NULL CONSTRAINT camera_name_ck CHECK (name ~ '^[a-z0-9][a-z0-9_-]{0,62}$'),
    title text NOT NULL CONSTRAINT camera_title_ck CHECK (length(title) BETWEEN 1 AND 200),
    location text NOT NULL DEFAULT '' CONSTRAINT camera_location_ck CHECK (length(location) <= 200),
    gallery_id bigint
        CONSTRAINT camera_gallery_id_fk REFERENCES semblance.gallery (id) ON DELETE SET NULL,
    threshold real CONSTRAINT camera_threshold_ck CHECK (threshold BETWEEN 0 AND 1),
    margin real CONSTRAINT camera_margin_ck CHECK (margin BETWEEN 0 AND 1),
    min_quality real NOT NULL CONSTRAINT camera_min_quality_ck CHECK (min_quality BETWEEN 0 AND 1),
    requires_liveness boolean NOT NULL,
    sighting_seconds integer NOT NULL CONSTRAINT camera_sighting_seconds_ck CHECK (sighting_seconds BETWEEN 0 AND 3600),
    keeps_unknown boolean NOT NULL,
    learns boolean NOT NULL,
    is_enabled boolean NOT NULL,
    created_at timestamptz NOT NULL,
    removed_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT camera_gallery_id_removed_at_ck CHECK (gallery_id IS NOT NULL OR removed_at IS NOT NULL)
);
CREATE UNIQUE INDEX camera_name_uq ON semblance.camera (name) WHERE removed_at IS NULL;
CREATE INDEX camera_gallery_id_ix ON semblance.camera (gallery_id);

COMMENT ON TABLE semblance.camera IS 'Cameras; removed ones stay, because events tell of them';
COMMENT ON COLUMN semblance.camera.id IS 'Identity of the camera';
COMMENT ON COLUMN semblance.camera.name IS 'Name in addresses; free again once the camera is removed';
COMMENT ON COLUMN semblance.camera.title IS 'What people call it';
COMMENT ON COLUMN semblance.camera.location IS 'Where it hangs';
COMMENT ON COLUMN semblance.camera.gallery_id IS 'Gallery whose persons it recognises; null where it was removed, and then the gallery, too';
COMMENT ON COLUMN semblance.camera.threshold IS 'Similarity that a match needs here; null takes the gallery''s';
COMMENT ON COLUMN semblance.camera.margin IS 'How far the best person must be ahead of the next here; null takes the gallery''s';
COMMENT ON COLUMN semblance.camera.min_quality IS 'Faces below are rejected, 0 unusable to 1 best';
COMMENT ON COLUMN semblance.camera.requires_liveness IS 'Whether faces that may be prints or screens are rejected';
COMMENT ON COLUMN semblance.camera.sighting_seconds IS 'Somebody seen again within is still the same sighting; 0 makes every frame its own';
COMMENT ON COLUMN semblance.camera.keeps_unknown IS 'Whether faces of nobody known are kept for review';
COMMENT ON COLUMN semblance.camera.learns IS 'Whether sure matches add faces to their persons';
COMMENT ON COLUMN semblance.camera.is_enabled IS 'Whether its frames are taken';
COMMENT ON COLUMN semblance.camera.created_at IS 'When it was set up';
COMMENT ON COLUMN semblance.camera.removed_at IS 'When it was removed; null while it is there';
COMMENT ON COLUMN semblance.camera.version IS 'Grows with every change by people';

CREATE TABLE semblance.camera_agent (
    api_key_id bigint CONSTRAINT camera_agent_api_key_id_pk PRIMARY KEY
        CONSTRAINT camera_agent_api_key_id_fk REFERENCES semblance.api_key (id) ON DELETE CASCADE,
    camera_id bigint NOT NULL CONSTRAINT camera_agent_camera_id_fk REFERENCES semblance.camera (id)
);
CREATE INDEX camera_agent_camera_id_ix ON semblance.camera_agent (camera_id);

COMMENT ON TABLE semblance.camera_agent IS 'Keys of agents, each of which sends the frames of one camera and nothing else';
COMMENT ON COLUMN semblance.camera_agent.api_key_id IS 'Key of the agent';
COMMENT ON COLUMN semblance.camera_agent.camera_id IS 'The only camera whose frames it may send';

GRANT SELECT, INSERT, UPDATE ON semblance.camera TO semblance_app;
GRANT SELECT, INSERT, DELETE ON semblance.camera_agent TO semblance_app;
GRANT USAGE ON SEQUENCE semblance.camera_id_seq TO semblance_app;
