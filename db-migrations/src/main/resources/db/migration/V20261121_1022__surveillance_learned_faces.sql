-- What a camera has taught must be known by its reasons, and taken back at once when they turn out wrong.
CREATE TABLE semblance.learned_face (
    face_id bigint NOT NULL CONSTRAINT learned_face_face_id_pk PRIMARY KEY
        CONSTRAINT learned_face_face_id_fk REFERENCES semblance.face (id) ON DELETE CASCADE,
    camera_id bigint NOT NULL CONSTRAINT learned_face_camera_id_fk REFERENCES semblance.camera (id),
    event uuid NOT NULL CONSTRAINT learned_face_event_uq UNIQUE,
    confidence real NOT NULL CONSTRAINT learned_face_confidence_ck CHECK (confidence BETWEEN -1.01 AND 1.01),
    given real NOT NULL CONSTRAINT learned_face_given_ck CHECK (given BETWEEN -1.01 AND 1.01),
    runner_up real CONSTRAINT learned_face_runner_up_ck CHECK (runner_up BETWEEN -1.01 AND 1.01),
    threshold real NOT NULL CONSTRAINT learned_face_threshold_ck CHECK (threshold BETWEEN 0 AND 1),
    quality real NOT NULL CONSTRAINT learned_face_quality_ck CHECK (quality BETWEEN 0 AND 1),
    liveness real CONSTRAINT learned_face_liveness_ck CHECK (liveness BETWEEN 0 AND 1),
    model text NOT NULL,
    learned_at timestamptz NOT NULL
);
CREATE INDEX learned_face_camera_id_face_id_ix ON semblance.learned_face (camera_id, face_id);
COMMENT ON TABLE semblance.learned_face IS 'Faces that cameras added to persons by themselves, and why';
COMMENT ON COLUMN semblance.learned_face.face_id IS 'The face; deleting it deletes this';
COMMENT ON COLUMN semblance.learned_face.camera_id IS 'Camera that saw it';
COMMENT ON COLUMN semblance.learned_face.event IS 'Recognition event that it was learned from; events stay when the face goes, and may go before it';
COMMENT ON COLUMN semblance.learned_face.confidence IS 'Similarity by which the person was recognised';
COMMENT ON COLUMN semblance.learned_face.given IS 'Similarity to the nearest of the person''s faces that no camera had added';
COMMENT ON COLUMN semblance.learned_face.runner_up IS 'Similarity to the next person; null when there was none';
COMMENT ON COLUMN semblance.learned_face.threshold IS 'Similarity that it took to be learned';
COMMENT ON COLUMN semblance.learned_face.quality IS 'Quality of the face, 0 unusable to 1 best';
COMMENT ON COLUMN semblance.learned_face.liveness IS 'Probability that the face was live; null where the pack cannot tell';
COMMENT ON COLUMN semblance.learned_face.model IS 'Model that recognised the person';
COMMENT ON COLUMN semblance.learned_face.learned_at IS 'When it was learned';
GRANT SELECT, INSERT, DELETE ON semblance.learned_face TO semblance_app;
