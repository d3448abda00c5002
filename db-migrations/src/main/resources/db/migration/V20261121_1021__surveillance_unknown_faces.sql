-- Whom cameras see and nobody knows waits for people, who want to hear of each stranger once, not of every picture.
CREATE TABLE semblance.stranger (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT stranger_id_pk PRIMARY KEY,
    gallery_id bigint NOT NULL
        CONSTRAINT stranger_gallery_id_fk REFERENCES semblance.gallery (id) ON DELETE CASCADE,
    first_seen timestamptz NOT NULL,
    last_seen timestamptz NOT NULL,
    sightings integer NOT NULL DEFAULT 1 CONSTRAINT stranger_sightings_ck CHECK (sightings >= 1),
    state text NOT NULL DEFAULT 'open' CONSTRAINT stranger_state_ck CHECK (state IN ('open', 'dismissed', 'known')),
    person_id bigint,
    decided_by text,
    decided_at timestamptz,
    CONSTRAINT stranger_first_seen_last_seen_ck CHECK (first_seen <= last_seen),
    CONSTRAINT stranger_state_person_id_ck CHECK (state = 'known' OR person_id IS NULL),
    CONSTRAINT stranger_state_decided_by_decided_at_ck
        CHECK (state <> 'open' OR (decided_by IS NULL AND decided_at IS NULL)),
    CONSTRAINT stranger_gallery_id_person_id_fk
        FOREIGN KEY (gallery_id, person_id) REFERENCES semblance.person (gallery_id, id) ON DELETE SET NULL (person_id)
);
CREATE INDEX stranger_gallery_id_id_ix ON semblance.stranger (gallery_id, id);
CREATE INDEX stranger_person_id_ix ON semblance.stranger (person_id);
CREATE INDEX stranger_last_seen_ix ON semblance.stranger (last_seen);
COMMENT ON TABLE semblance.stranger IS 'Somebody whom nobody knows, as far as faces that look alike are one person''s; seen twice, a recurring one';
COMMENT ON COLUMN semblance.stranger.id IS 'What the stranger goes by, also once they are known';
COMMENT ON COLUMN semblance.stranger.gallery_id IS 'Gallery in which nobody knows them; deleting it deletes this';
COMMENT ON COLUMN semblance.stranger.first_seen IS 'When a camera first saw them';
COMMENT ON COLUMN semblance.stranger.last_seen IS 'When a camera last saw them';
COMMENT ON COLUMN semblance.stranger.sightings IS 'How many sightings there were, faces that are gone by now included';
COMMENT ON COLUMN semblance.stranger.state IS 'open; dismissed by people, so that what comes later is counted only; known, once no face waits and at least one found a person';
COMMENT ON COLUMN semblance.stranger.person_id IS 'Who it is, when known; null again when that person is gone';
COMMENT ON COLUMN semblance.stranger.decided_by IS 'Who said so; null for nobody, and where the faces were given away elsewhere';
COMMENT ON COLUMN semblance.stranger.decided_at IS 'When that was said; null while open';

CREATE TABLE semblance.unknown_face (
    face_id bigint NOT NULL CONSTRAINT unknown_face_face_id_pk PRIMARY KEY
        CONSTRAINT unknown_face_face_id_fk REFERENCES semblance.face (id) ON DELETE CASCADE,
    camera_id bigint NOT NULL CONSTRAINT unknown_face_camera_id_fk REFERENCES semblance.camera (id),
    stranger_id bigint NOT NULL CONSTRAINT unknown_face_stranger_id_fk REFERENCES semblance.stranger (id),
    sighting uuid NOT NULL CONSTRAINT unknown_face_sighting_uq UNIQUE,
    seen_at timestamptz NOT NULL,
    state text NOT NULL DEFAULT 'new'
        CONSTRAINT unknown_face_state_ck CHECK (state IN ('new', 'assigned', 'enrolled', 'dismissed')),
    decided_by text,
    decided_at timestamptz,
    CONSTRAINT unknown_face_state_decided_by_decided_at_ck
        CHECK (state <> 'new' OR (decided_by IS NULL AND decided_at IS NULL))
);
CREATE INDEX unknown_face_camera_id_ix ON semblance.unknown_face (camera_id);
CREATE INDEX unknown_face_stranger_id_face_id_ix ON semblance.unknown_face (stranger_id, face_id);
CREATE INDEX unknown_face_seen_at_ix ON semblance.unknown_face (seen_at);
CREATE INDEX unknown_face_state_face_id_ix ON semblance.unknown_face (state, face_id);
COMMENT ON TABLE semblance.unknown_face IS 'Faces that a camera saw and nobody knew: the best picture of each sighting';
COMMENT ON COLUMN semblance.unknown_face.face_id IS 'The face, of nobody while it waits; deleting it deletes this';
COMMENT ON COLUMN semblance.unknown_face.camera_id IS 'Camera that saw it';
COMMENT ON COLUMN semblance.unknown_face.stranger_id IS 'Whose other faces it looks like';
COMMENT ON COLUMN semblance.unknown_face.sighting IS 'Sighting that it is of, which has one face';
COMMENT ON COLUMN semblance.unknown_face.seen_at IS 'When the picture was taken';
COMMENT ON COLUMN semblance.unknown_face.state IS 'new; assigned to a person; enrolled as a new one; dismissed. Follows face.person_id by a trigger';
COMMENT ON COLUMN semblance.unknown_face.decided_by IS 'Who decided; null for nobody, and where the face was given away elsewhere';
COMMENT ON COLUMN semblance.unknown_face.decided_at IS 'When it was decided; null while new';

-- Faces are also given away by moves, clusters and their undoing, none of which knows of cameras.
CREATE FUNCTION semblance.follow_unknown_face() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    of_stranger bigint := (SELECT stranger_id FROM semblance.unknown_face WHERE face_id = NEW.id);
BEGIN
    IF of_stranger IS NULL THEN
        RETURN NULL;
    END IF;
    -- Two who give away the last faces of a stranger at once: the second sees what the first has done.
    PERFORM FROM semblance.stranger WHERE id = of_stranger FOR UPDATE;
    IF NEW.person_id IS NULL THEN
        UPDATE semblance.unknown_face SET state = 'new', decided_by = NULL, decided_at = NULL WHERE face_id = NEW.id;
        UPDATE semblance.stranger SET state = 'open', person_id = NULL, decided_by = NULL, decided_at = NULL
         WHERE id = of_stranger AND state = 'known';
    ELSE
        UPDATE semblance.unknown_face SET state = 'assigned', decided_by = NULL, decided_at = now()
         WHERE face_id = NEW.id;
        UPDATE semblance.stranger SET state = 'known', person_id = NEW.person_id, decided_by = NULL, decided_at = now()
         WHERE id = of_stranger
           AND NOT EXISTS (SELECT FROM semblance.unknown_face WHERE stranger_id = of_stranger AND state = 'new');
    END IF;
    UPDATE semblance.image SET retention_class = CASE WHEN NEW.person_id IS NULL THEN 'temporary' ELSE 'enrolled' END
     WHERE id IN (NEW.image_id, NEW.crop_image_id);
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION semblance.follow_unknown_face() IS
    'Trigger of face: an unknown face that finds a person waits no longer, and one that loses them waits again';
CREATE TRIGGER face_person_id_unknown_tg AFTER UPDATE OF person_id ON semblance.face
    FOR EACH ROW WHEN ((OLD.person_id IS NULL) <> (NEW.person_id IS NULL))
    EXECUTE FUNCTION semblance.follow_unknown_face();

GRANT SELECT, INSERT, UPDATE, DELETE ON semblance.stranger, semblance.unknown_face TO semblance_app;
GRANT USAGE ON SEQUENCE semblance.stranger_id_seq TO semblance_app;
