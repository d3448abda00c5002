-- Who is enrolled where, with which faces: the rows behind enrolment and search.
CREATE TABLE semblance.model (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT model_id_pk PRIMARY KEY,
    name text NOT NULL
        CONSTRAINT model_name_uq UNIQUE
        CONSTRAINT model_name_ck CHECK (length(name) BETWEEN 1 AND 200),
    dimension integer NOT NULL CONSTRAINT model_dimension_ck CHECK (dimension BETWEEN 1 AND 2048),
    created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE semblance.model IS 'An embedding model that has produced embeddings; those of two models are never compared';
COMMENT ON COLUMN semblance.model.id IS 'Identity of the model inside the database';
COMMENT ON COLUMN semblance.model.name IS 'Name with its pack, such as starter/embedder_512';
COMMENT ON COLUMN semblance.model.dimension IS 'Length of the embeddings that the model makes';
COMMENT ON COLUMN semblance.model.created_at IS 'When the model was first used';

CREATE TABLE semblance.gallery (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT gallery_id_pk PRIMARY KEY,
    name text NOT NULL
        CONSTRAINT gallery_name_uq UNIQUE
        CONSTRAINT gallery_name_ck CHECK (name ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    title text NOT NULL CONSTRAINT gallery_title_ck CHECK (length(title) BETWEEN 1 AND 200),
    kind text NOT NULL DEFAULT 'staff' CONSTRAINT gallery_kind_ck CHECK (kind ~ '^[a-z][a-z0-9-]*$'),
    threshold real CONSTRAINT gallery_threshold_ck CHECK (threshold BETWEEN -1 AND 1),
    margin real NOT NULL DEFAULT 0.05 CONSTRAINT gallery_margin_ck CHECK (margin BETWEEN 0 AND 2),
    min_quality real NOT NULL DEFAULT 0.3 CONSTRAINT gallery_min_quality_ck CHECK (min_quality BETWEEN 0 AND 1),
    created_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 0 CONSTRAINT gallery_version_ck CHECK (version >= 0)
);
COMMENT ON TABLE semblance.gallery IS 'A set of persons that is searched together; nothing ever crosses from one gallery to another';
COMMENT ON COLUMN semblance.gallery.id IS 'Identity of the gallery inside the database';
COMMENT ON COLUMN semblance.gallery.name IS 'Name used in addresses: lower-case letters, digits and hyphens, at most 63';
COMMENT ON COLUMN semblance.gallery.title IS 'Name shown to people';
COMMENT ON COLUMN semblance.gallery.kind IS 'What the gallery is for, in kebab-case';
COMMENT ON COLUMN semblance.gallery.threshold IS 'Cosine similarity from which a face matches, -1 to 1; null takes the threshold of the model';
COMMENT ON COLUMN semblance.gallery.margin IS 'How much more similar the best person must be than the second for a certain match';
COMMENT ON COLUMN semblance.gallery.min_quality IS 'Least face quality that may be enrolled, 0 unusable to 1 best';
COMMENT ON COLUMN semblance.gallery.created_at IS 'When the gallery was made';
COMMENT ON COLUMN semblance.gallery.version IS 'Number of changes, for optimistic locking';

CREATE TABLE semblance.person (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT person_id_pk PRIMARY KEY,
    gallery_id bigint NOT NULL
        CONSTRAINT person_gallery_id_fk REFERENCES semblance.gallery (id) ON DELETE CASCADE,
    name text CONSTRAINT person_name_ck CHECK (length(name) BETWEEN 1 AND 200),
    external_id text CONSTRAINT person_external_id_ck CHECK (length(external_id) BETWEEN 1 AND 200),
    created_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 0 CONSTRAINT person_version_ck CHECK (version >= 0),
    CONSTRAINT person_gallery_id_id_uq UNIQUE (gallery_id, id),
    CONSTRAINT person_gallery_id_external_id_uq UNIQUE (gallery_id, external_id)
);
COMMENT ON TABLE semblance.person IS 'Somebody enrolled in a gallery';
COMMENT ON COLUMN semblance.person.id IS 'Identity of the person inside the database';
COMMENT ON COLUMN semblance.person.gallery_id IS 'Gallery that the person belongs to; deleting the gallery deletes the person';
COMMENT ON COLUMN semblance.person.name IS 'Name shown to people; null while nobody has named the person';
COMMENT ON COLUMN semblance.person.external_id IS 'Key of the person in another system, unique in the gallery';
COMMENT ON COLUMN semblance.person.created_at IS 'When the person was enrolled';
COMMENT ON COLUMN semblance.person.version IS 'Number of changes, for optimistic locking';

CREATE TABLE semblance.face (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT face_id_pk PRIMARY KEY,
    person_id bigint,
    gallery_id bigint NOT NULL
        CONSTRAINT face_gallery_id_fk REFERENCES semblance.gallery (id) ON DELETE CASCADE,
    image_id bigint NOT NULL CONSTRAINT face_image_id_fk REFERENCES semblance.image (id),
    crop_image_id bigint NOT NULL CONSTRAINT face_crop_image_id_fk REFERENCES semblance.image (id),
    box_x real NOT NULL,
    box_y real NOT NULL,
    box_width real NOT NULL CONSTRAINT face_box_width_ck CHECK (box_width > 0),
    box_height real NOT NULL CONSTRAINT face_box_height_ck CHECK (box_height > 0),
    landmarks real[] NOT NULL CONSTRAINT face_landmarks_ck
        CHECK (cardinality(landmarks) = 10 AND array_position(landmarks, NULL) IS NULL),
    confidence real NOT NULL CONSTRAINT face_confidence_ck CHECK (confidence BETWEEN 0 AND 1),
    quality real NOT NULL CONSTRAINT face_quality_ck CHECK (quality BETWEEN 0 AND 1),
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT face_id_gallery_id_uq UNIQUE (id, gallery_id),
    CONSTRAINT face_gallery_id_person_id_fk
        FOREIGN KEY (gallery_id, person_id) REFERENCES semblance.person (gallery_id, id) ON DELETE CASCADE
);
CREATE INDEX face_person_id_id_ix ON semblance.face (person_id, id);
CREATE INDEX face_gallery_id_ix ON semblance.face (gallery_id);
CREATE INDEX face_image_id_ix ON semblance.face (image_id);
CREATE INDEX face_crop_image_id_ix ON semblance.face (crop_image_id);

COMMENT ON TABLE semblance.face IS 'A face found in a picture and kept, of a known or a still unknown person';
COMMENT ON COLUMN semblance.face.id IS 'Identity of the face inside the database';
COMMENT ON COLUMN semblance.face.person_id IS 'Whose face it is, of the same gallery; null while unknown; deleting the person deletes the face';
COMMENT ON COLUMN semblance.face.gallery_id IS 'Gallery that the face belongs to; deleting the gallery deletes the face';
COMMENT ON COLUMN semblance.face.image_id IS 'Picture in which the face was found';
COMMENT ON COLUMN semblance.face.crop_image_id IS 'Cut-out of the face that is shown to people';
COMMENT ON COLUMN semblance.face.box_x IS 'Left edge of the face in pixels of the upright picture';
COMMENT ON COLUMN semblance.face.box_y IS 'Top edge of the face in pixels of the upright picture';
COMMENT ON COLUMN semblance.face.box_width IS 'Width of the face in pixels';
COMMENT ON COLUMN semblance.face.box_height IS 'Height of the face in pixels';
COMMENT ON COLUMN semblance.face.landmarks IS 'Five points as x, y in pixels of the upright picture: left eye, right eye, nose, left and right mouth corner';
COMMENT ON COLUMN semblance.face.confidence IS 'How sure the detector is that this is a face, 0 to 1';
COMMENT ON COLUMN semblance.face.quality IS 'How well the face suits recognition, 0 unusable to 1 best';
COMMENT ON COLUMN semblance.face.created_at IS 'When the face was stored';

GRANT SELECT, INSERT, UPDATE, DELETE ON semblance.model, semblance.gallery, semblance.person, semblance.face TO semblance_app;
GRANT USAGE ON SEQUENCE semblance.model_id_seq, semblance.gallery_id_seq, semblance.person_id_seq, semblance.face_id_seq TO semblance_app;
