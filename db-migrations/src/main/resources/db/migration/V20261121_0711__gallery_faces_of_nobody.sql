-- A face that is taken from a person, or given to one, may have been nobody's: that too must be undone.
ALTER TABLE semblance.person_change
    ALTER COLUMN person_id DROP NOT NULL,
    ALTER COLUMN other_id DROP NOT NULL,
    ADD CONSTRAINT person_change_person_id_other_id_ck
        CHECK (coalesce(person_id, other_id) IS NOT NULL
               AND (kind = 'move' OR (person_id IS NOT NULL AND other_id IS NOT NULL)));
COMMENT ON COLUMN semblance.person_change.person_id IS
    'Person who was kept: the survivor of a merge, the rest of a split, the target of a move; null when the faces went to nobody';
COMMENT ON COLUMN semblance.person_change.other_id IS
    'The other person: merged away, split off, or robbed of faces; null when the faces were nobody''s';
