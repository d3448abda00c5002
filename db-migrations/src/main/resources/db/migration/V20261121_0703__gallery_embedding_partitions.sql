-- One gallery's growth must not cost another: a large one gets a partition of its own, the small ones share one.
-- Sign bits beside the vector find the candidates of an exact search at a third of its cost.
ALTER TABLE semblance.embedding RENAME TO embedding_before;
ALTER TABLE semblance.embedding_before
    DROP CONSTRAINT embedding_face_id_model_id_pk,
    DROP CONSTRAINT embedding_face_id_gallery_id_fk,
    DROP CONSTRAINT embedding_gallery_id_person_id_fk,
    DROP CONSTRAINT embedding_model_id_fk;
DROP INDEX semblance.embedding_gallery_id_model_id_ix, semblance.embedding_person_id_ix, semblance.embedding_model_id_ix;

CREATE TABLE semblance.embedding (
    face_id bigint NOT NULL,
    model_id bigint NOT NULL CONSTRAINT embedding_model_id_fk REFERENCES semblance.model (id),
    gallery_id bigint NOT NULL,
    person_id bigint,
    searchable boolean NOT NULL DEFAULT true,
    vector public.halfvec NOT NULL CONSTRAINT embedding_vector_ck
        CHECK (public.vector_dims(vector) <= 2048 AND abs(public.l2_norm(vector) - 1) <= 0.01),
    bits bit varying NOT NULL GENERATED ALWAYS AS (public.binary_quantize(vector)) STORED,
    CONSTRAINT embedding_gallery_id_face_id_model_id_pk PRIMARY KEY (gallery_id, face_id, model_id),
    CONSTRAINT embedding_face_id_gallery_id_fk
        FOREIGN KEY (face_id, gallery_id) REFERENCES semblance.face (id, gallery_id) ON DELETE CASCADE,
    CONSTRAINT embedding_gallery_id_person_id_fk
        FOREIGN KEY (gallery_id, person_id) REFERENCES semblance.person (gallery_id, id) ON DELETE CASCADE
) PARTITION BY LIST (gallery_id);
ALTER TABLE semblance.embedding ALTER COLUMN vector SET STORAGE PLAIN, ALTER COLUMN bits SET STORAGE PLAIN;
CREATE TABLE semblance.embedding_shared PARTITION OF semblance.embedding DEFAULT;
CREATE INDEX embedding_gallery_id_model_id_ix ON semblance.embedding (gallery_id, model_id);
CREATE INDEX embedding_face_id_ix ON semblance.embedding (face_id);
CREATE INDEX embedding_person_id_ix ON semblance.embedding (person_id);
CREATE INDEX embedding_model_id_ix ON semblance.embedding (model_id);

INSERT INTO semblance.embedding (face_id, model_id, gallery_id, person_id, vector)
SELECT face_id, model_id, gallery_id, person_id, vector FROM semblance.embedding_before;
DROP TABLE semblance.embedding_before;

COMMENT ON TABLE semblance.embedding IS 'The embedding of a face by one model; only the embedding store reads and writes it';
COMMENT ON COLUMN semblance.embedding.face_id IS 'Face that was embedded; deleting the face deletes its embeddings';
COMMENT ON COLUMN semblance.embedding.model_id IS 'Model that made the embedding; a model in use cannot be deleted';
COMMENT ON COLUMN semblance.embedding.gallery_id IS 'Gallery of the face, repeated here because every search filters by it';
COMMENT ON COLUMN semblance.embedding.person_id IS 'Person of the face, repeated here for the search; follows face.person_id by a trigger';
COMMENT ON COLUMN semblance.embedding.searchable IS 'Whether a search may find it: not while the person is deleted; follows person.deleted_at by a trigger';
COMMENT ON COLUMN semblance.embedding.vector IS 'The embedding in half precision, of length one, so that the inner product is the cosine similarity';
COMMENT ON COLUMN semblance.embedding.bits IS 'The sign of each number of the vector, to find candidates quickly';
COMMENT ON TABLE semblance.embedding_shared IS 'Embeddings of all galleries that have no partition of their own';

CREATE OR REPLACE FUNCTION semblance.move_embeddings_of_face() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE semblance.embedding SET person_id = NEW.person_id
     WHERE gallery_id = NEW.gallery_id AND face_id = NEW.id;
    RETURN NULL;
END
$$;

CREATE FUNCTION semblance.hide_embeddings_of_person() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE semblance.embedding SET searchable = NEW.deleted_at IS NULL
     WHERE gallery_id = NEW.gallery_id AND person_id = NEW.id;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION semblance.hide_embeddings_of_person() IS 'Trigger of person: who is deleted is found no more, who is brought back is found again';
CREATE TRIGGER person_deleted_at_tg AFTER UPDATE OF deleted_at ON semblance.person
    FOR EACH ROW WHEN ((OLD.deleted_at IS NULL) <> (NEW.deleted_at IS NULL))
    EXECUTE FUNCTION semblance.hide_embeddings_of_person();

GRANT SELECT, INSERT, UPDATE, DELETE ON semblance.embedding TO semblance_app;
-- A report counts embeddings; it has no use for the biometric templates themselves.
REVOKE SELECT ON semblance.embedding, semblance.embedding_shared FROM semblance_read;
GRANT SELECT (face_id, model_id, gallery_id, person_id, searchable) ON semblance.embedding TO semblance_read;
