-- Each node keeps galleries in memory for its searches; it must learn of every committed change, and miss none.
CREATE TABLE semblance.embedding_change (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT embedding_change_id_pk PRIMARY KEY,
    gallery_id bigint NOT NULL,
    model_id bigint,
    face_id bigint,
    transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
    changed_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT embedding_change_model_id_face_id_ck CHECK ((model_id IS NULL) = (face_id IS NULL))
);
CREATE INDEX embedding_change_transaction_ix ON semblance.embedding_change (transaction);
CREATE INDEX embedding_change_changed_at_ix ON semblance.embedding_change (changed_at);
COMMENT ON TABLE semblance.embedding_change IS
    'Which embeddings were added, given to another person, hidden or removed of late; written by triggers, trimmed after a day. It has no foreign keys: it tells of what is gone';
COMMENT ON COLUMN semblance.embedding_change.id IS 'Tells one change from another; says nothing of the order in which they were committed';
COMMENT ON COLUMN semblance.embedding_change.gallery_id IS 'Gallery in which something changed';
COMMENT ON COLUMN semblance.embedding_change.model_id IS 'Model of the embedding; null when the whole gallery is gone';
COMMENT ON COLUMN semblance.embedding_change.face_id IS 'Face of the embedding, whose rows are to be read again; null when the whole gallery is gone';
COMMENT ON COLUMN semblance.embedding_change.transaction IS
    'Transaction that made the change: all changes of transactions older than the oldest running one are there to be read';
COMMENT ON COLUMN semblance.embedding_change.changed_at IS 'When that transaction began';

-- The rows that vanish with their gallery are told of by one row for the gallery, not by one for each.
CREATE FUNCTION semblance.tell_of_embeddings() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO semblance.embedding_change (gallery_id, model_id, face_id)
    SELECT gallery_id, model_id, face_id FROM changed
     WHERE EXISTS (SELECT FROM semblance.gallery WHERE gallery.id = changed.gallery_id);
    IF FOUND THEN
        PERFORM pg_notify('embedding', '');
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION semblance.tell_of_embeddings() IS 'Trigger of embedding: writes down what changed, and wakes whoever keeps it in memory';
CREATE TRIGGER embedding_added_tg AFTER INSERT ON semblance.embedding
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION semblance.tell_of_embeddings();
CREATE TRIGGER embedding_moved_tg AFTER UPDATE ON semblance.embedding
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION semblance.tell_of_embeddings();
CREATE TRIGGER embedding_removed_tg AFTER DELETE ON semblance.embedding
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION semblance.tell_of_embeddings();

CREATE FUNCTION semblance.tell_of_gallery() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO semblance.embedding_change (gallery_id) VALUES (OLD.id);
    PERFORM pg_notify('embedding', '');
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION semblance.tell_of_gallery() IS 'Trigger of gallery: tells that all its embeddings are gone';
CREATE TRIGGER gallery_removed_tg AFTER DELETE ON semblance.gallery
    FOR EACH ROW EXECUTE FUNCTION semblance.tell_of_gallery();

-- Searches limited to public figures count them.
CREATE INDEX person_gallery_id_public_figure_ix ON semblance.person (gallery_id) WHERE public_figure;

REVOKE EXECUTE ON FUNCTION semblance.tell_of_embeddings(), semblance.tell_of_gallery() FROM PUBLIC;
GRANT SELECT, DELETE ON semblance.embedding_change TO semblance_app;
