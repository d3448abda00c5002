-- Somebody who stands at a door for a minute is one sighting, not a thousand events; its best picture is kept.
CREATE TABLE semblance.sighting (
    id uuid CONSTRAINT sighting_id_pk PRIMARY KEY,
    camera_id bigint NOT NULL CONSTRAINT sighting_camera_id_fk REFERENCES semblance.camera (id),
    person_id bigint,
    outcome text NOT NULL
        CONSTRAINT sighting_outcome_ck CHECK (outcome IN ('matched', 'ambiguous', 'unknown', 'rejected')),
    began_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    frames integer NOT NULL DEFAULT 1 CONSTRAINT sighting_frames_ck CHECK (frames > 0),
    quality real NOT NULL CONSTRAINT sighting_quality_ck CHECK (quality BETWEEN 0 AND 1),
    image_id bigint CONSTRAINT sighting_image_id_fk REFERENCES semblance.image (id) ON DELETE SET NULL,
    CONSTRAINT sighting_began_at_last_seen_at_ck CHECK (last_seen_at >= began_at)
);
CREATE INDEX sighting_camera_id_person_id_last_seen_at_ix
    ON semblance.sighting (camera_id, person_id, last_seen_at);
CREATE INDEX sighting_person_id_ix ON semblance.sighting (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX sighting_last_seen_at_ix ON semblance.sighting (last_seen_at);
CREATE INDEX sighting_image_id_ix ON semblance.sighting (image_id);

COMMENT ON TABLE semblance.sighting IS 'Somebody was before a camera for a while; an event tells of its beginning';
COMMENT ON COLUMN semblance.sighting.id IS 'Identity of the sighting: a UUID of version 7, made where it was seen';
COMMENT ON COLUMN semblance.sighting.camera_id IS 'Camera that saw it';
COMMENT ON COLUMN semblance.sighting.person_id IS 'Whom it shows (person.id; no foreign key, for a person may go while it stays); null when nobody known';
COMMENT ON COLUMN semblance.sighting.outcome IS 'What was decided when it began';
COMMENT ON COLUMN semblance.sighting.began_at IS 'When the first frame was taken';
COMMENT ON COLUMN semblance.sighting.last_seen_at IS 'When the last frame was taken, some seconds late';
COMMENT ON COLUMN semblance.sighting.frames IS 'How many frames show it, some seconds late';
COMMENT ON COLUMN semblance.sighting.quality IS 'Quality of the picture, 0 unusable to 1 best';
COMMENT ON COLUMN semblance.sighting.image_id IS 'The best picture of the face; null once that is removed';

GRANT SELECT, INSERT, UPDATE, DELETE ON semblance.sighting TO semblance_app;
