-- Who looks most like a user is asked often and changes rarely: it is worked out ahead, and kept with what it was worked out from.
CREATE TABLE semblance.user_similarity (
    user_a uuid NOT NULL,
    user_b uuid NOT NULL,
    similarity real NOT NULL CONSTRAINT user_similarity_similarity_ck CHECK (similarity BETWEEN -1 AND 1),
    of_a boolean NOT NULL,
    of_b boolean NOT NULL,
    model_id bigint NOT NULL,
    computed_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT user_similarity_user_a_user_b_uq UNIQUE (user_a, user_b),
    CONSTRAINT user_similarity_user_a_user_b_ck CHECK (user_a < user_b),
    CONSTRAINT user_similarity_of_a_of_b_ck CHECK (of_a OR of_b)
);
CREATE INDEX user_similarity_user_b_user_a_ix ON semblance.user_similarity (user_b, user_a);

COMMENT ON TABLE semblance.user_similarity IS 'Pairs of users of whom one is among those most similar to the other, each pair once. It has no foreign keys, which would cost more than the rows: it goes with user_similarity_state by a trigger';
COMMENT ON COLUMN semblance.user_similarity.user_a IS 'The user of the two whose id comes first (app_user.id)';
COMMENT ON COLUMN semblance.user_similarity.user_b IS 'The user of the two whose id comes last (app_user.id)';
COMMENT ON COLUMN semblance.user_similarity.similarity IS 'Cosine of what the two look like by all their faces, -1 opposite to 1 the same';
COMMENT ON COLUMN semblance.user_similarity.of_a IS 'Whether user_b is among those most similar to user_a';
COMMENT ON COLUMN semblance.user_similarity.of_b IS 'Whether user_a is among those most similar to user_b';
COMMENT ON COLUMN semblance.user_similarity.model_id IS 'Model by whose embeddings they were compared (model.id)';
COMMENT ON COLUMN semblance.user_similarity.computed_at IS 'When the pair was last found different from before';

CREATE TABLE semblance.user_similarity_state (
    user_id uuid CONSTRAINT user_similarity_state_user_id_pk PRIMARY KEY
        CONSTRAINT user_similarity_state_user_id_fk REFERENCES semblance.app_user (id) ON DELETE CASCADE,
    fingerprint uuid NOT NULL,
    wanted integer NOT NULL CONSTRAINT user_similarity_state_wanted_ck CHECK (wanted BETWEEN 1 AND 1000),
    changed boolean NOT NULL DEFAULT true,
    touched boolean NOT NULL DEFAULT false,
    worst_similarity real,
    worst_user uuid,
    computed_at timestamptz,
    CONSTRAINT user_similarity_state_worst_similarity_worst_user_ck
        CHECK ((worst_similarity IS NULL) = (worst_user IS NULL))
);
CREATE INDEX user_similarity_state_changed_touched_ix ON semblance.user_similarity_state (user_id)
    WHERE changed OR touched;

COMMENT ON TABLE semblance.user_similarity_state IS 'What the list of those most similar to a user was worked out from; a user without a face to compare has no row';
COMMENT ON COLUMN semblance.user_similarity_state.user_id IS 'User who has claimed persons with faces';
COMMENT ON COLUMN semblance.user_similarity_state.fingerprint IS 'Digest of the model and of the faces that are compared; another one means that the user has changed';
COMMENT ON COLUMN semblance.user_similarity_state.wanted IS 'How long the list was to be';
COMMENT ON COLUMN semblance.user_similarity_state.changed IS 'Whether the user has changed and has not been compared with everybody yet; falls when a run is through with all';
COMMENT ON COLUMN semblance.user_similarity_state.touched IS 'Whether somebody in the list has changed or gone since it was worked out';
COMMENT ON COLUMN semblance.user_similarity_state.worst_similarity IS 'Similarity of the last of the list: nobody who is left out was better; null when the list holds everybody';
COMMENT ON COLUMN semblance.user_similarity_state.worst_user IS 'The last of the list, who goes before others of the same similarity by id; null when the list holds everybody';
COMMENT ON COLUMN semblance.user_similarity_state.computed_at IS 'When the list was worked out; null before the first time';

CREATE FUNCTION semblance.forget_similarities() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE semblance.user_similarity_state SET touched = true
     WHERE NOT touched
       AND user_id IN (SELECT user_b FROM semblance.user_similarity WHERE user_a = OLD.user_id AND of_b
                       UNION ALL
                       SELECT user_a FROM semblance.user_similarity WHERE user_b = OLD.user_id AND of_a);
    DELETE FROM semblance.user_similarity WHERE user_a = OLD.user_id OR user_b = OLD.user_id;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION semblance.forget_similarities() IS
    'Trigger of user_similarity_state: the pairs of whoever is compared no more go, and those who listed them are looked at again';
CREATE TRIGGER user_similarity_state_removed_tg AFTER DELETE ON semblance.user_similarity_state
    FOR EACH ROW EXECUTE FUNCTION semblance.forget_similarities();

GRANT SELECT, INSERT, UPDATE, DELETE ON semblance.user_similarity, semblance.user_similarity_state TO semblance_app;
-- Who looks like whom is biometric data, and no report needs it.
REVOKE SELECT ON semblance.user_similarity FROM semblance_read;
GRANT SELECT (user_a, user_b, of_a, of_b, model_id, computed_at) ON semblance.user_similarity TO semblance_read;
