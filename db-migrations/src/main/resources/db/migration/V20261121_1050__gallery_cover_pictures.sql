-- People choose the picture that stands for a person in lists; a choice holds as long as the face is the person's.
-- While it is with somebody else after a merge, split or move, the best face stands for the person; undoing restores it.
ALTER TABLE semblance.person ADD COLUMN cover_face_id bigint
    CONSTRAINT person_cover_face_id_fk REFERENCES semblance.face (id) ON DELETE SET NULL;
COMMENT ON COLUMN semblance.person.cover_face_id IS
    'Face whose picture people chose to stand for the person, heeded while the face is theirs; null for the best';
CREATE INDEX person_cover_face_id_ix ON semblance.person (cover_face_id);
