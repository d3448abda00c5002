-- A file and its row cannot be committed together: what is under way is noted first, so that a death leaves a trace.
CREATE TABLE semblance.image_intent (
    key text NOT NULL CONSTRAINT image_intent_key_pk PRIMARY KEY,
    since timestamptz NOT NULL DEFAULT now(),
    removed_at timestamptz
);
CREATE INDEX image_intent_since_ix ON semblance.image_intent (since);
COMMENT ON TABLE semblance.image_intent IS
    'Files that may lie in the image store without a row: about to be written, or about to be removed; a sweep removes what stays';
COMMENT ON COLUMN semblance.image_intent.key IS 'Key of the file; the same that the row in image has or had';
COMMENT ON COLUMN semblance.image_intent.since IS 'When the writing or the removal began';
COMMENT ON COLUMN semblance.image_intent.removed_at IS
    'When the sweep removed the file; from then on a row for the key is refused; null until then';
GRANT SELECT, INSERT, UPDATE, DELETE ON semblance.image_intent TO semblance_app;

CREATE FUNCTION semblance.fulfil_image_intents() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM semblance.image_intent USING fresh
     WHERE image_intent.key = fresh.key AND removed_at IS NULL;
    IF EXISTS (SELECT FROM semblance.image_intent JOIN fresh USING (key)) THEN
        RAISE EXCEPTION 'The file of an image was removed, because its row came too late'
            USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Store the image again under a new key.';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION semblance.fulfil_image_intents() IS
    'Trigger of image: with the row the intent is fulfilled; a row whose file the sweep has removed is refused';
CREATE TRIGGER image_insert_tg AFTER INSERT ON semblance.image
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION semblance.fulfil_image_intents();

CREATE FUNCTION semblance.intend_to_remove_images() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO semblance.image_intent (key) SELECT key FROM gone ON CONFLICT (key) DO NOTHING;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION semblance.intend_to_remove_images() IS 'Trigger of image: the file of a row that goes is due for removal';
CREATE TRIGGER image_delete_tg AFTER DELETE ON semblance.image
    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION semblance.intend_to_remove_images();
