-- A narrow table of its own for the vectors: a scan reads nothing else, and two bytes a number inline cost a quarter of the time of TOASTed vectors.
CREATE TABLE semblance.embedding (
    face_id bigint NOT NULL,
    model_id bigint NOT NULL CONSTRAINT embedding_model_id_fk REFERENCES semblance.model (id),
    gallery_id bigint NOT NULL,
    person_id bigint,
    vector public.halfvec NOT NULL CONSTRAINT embedding_vector_ck
        CHECK (public.vector_dims(vector) <= 2048 AND abs(public.l2_norm(vector) - 1) <= 0.01),
    CONSTRAINT embedding_face_id_model_id_pk PRIMARY KEY (face_id, model_id),
    CONSTRAINT embedding_face_id_gallery_id_fk
        FOREIGN KEY (face_id, gallery_id) REFERENCES semblance.face (id, gallery_id) ON DELETE CASCADE,
    CONSTRAINT embedding_gallery_id_person_id_fk
        FOREIGN KEY (gallery_id, person_id) REFERENCES semblance.person (gallery_id, id) ON DELETE CASCADE
);
ALTER TABLE semblance.embedding ALTER COLUMN vector SET STORAGE PLAIN;
CREATE INDEX embedding_gallery_id_model_id_ix ON semblance.embedding (gallery_id, model_id);
CREATE INDEX embedding_person_id_ix ON semblance.embedding (person_id);
CREATE INDEX embedding_model_id_ix ON semblance.embedding (model_id);

COMMENT ON TABLE semblance.embedding IS 'The embedding of a face by one model; only the embedding store reads and writes it';
COMMENT ON COLUMN semblance.embedding.face_id IS 'Face that was embedded; deleting the face deletes its embeddings';
COMMENT ON COLUMN semblance.embedding.model_id IS 'Model that made the embedding; a model in use cannot be deleted';
COMMENT ON COLUMN semblance.embedding.gallery_id IS 'Gallery of the face, repeated here because every search filters by it';
COMMENT ON COLUMN semblance.embedding.person_id IS 'Person of the face, repeated here for the search; follows face.person_id by a trigger';
COMMENT ON COLUMN semblance.embedding.vector IS 'The embedding in half precision, of length one, so that the inner product is the cosine similarity';

-- A face that is given to another person must at once be found under that person, whoever changes it.
CREATE FUNCTION semblance.move_embeddings_of_face() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE semblance.embedding SET person_id = NEW.person_id WHERE face_id = NEW.id;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION semblance.move_embeddings_of_face() IS 'Trigger of face: its embeddings follow it to another person';
CREATE TRIGGER face_person_id_tg AFTER UPDATE OF person_id ON semblance.face
    FOR EACH ROW WHEN (OLD.person_id IS DISTINCT FROM NEW.person_id)
    EXECUTE FUNCTION semblance.move_embeddings_of_face();

GRANT SELECT, INSERT, UPDATE, DELETE ON semblance.embedding TO semblance_app;
-- A report counts embeddings; it has no use for the biometric templates themselves.
REVOKE SELECT ON semblance.embedding FROM semblance_read;
GRANT SELECT (face_id, model_id, gallery_id, person_id) ON semblance.embedding TO semblance_read;
