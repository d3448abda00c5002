-- Persons are merged, split, claimed and deleted by mistake: every such step must be one that can be taken back.
ALTER TABLE semblance.person
    ADD COLUMN metadata jsonb NOT NULL DEFAULT '{}'
        CONSTRAINT person_metadata_ck CHECK (jsonb_typeof(metadata) = 'object' AND octet_length(metadata::text) <= 16384),
    ADD COLUMN public_figure boolean NOT NULL DEFAULT false,
    ADD COLUMN user_id uuid CONSTRAINT person_user_id_fk REFERENCES semblance.app_user (id) ON DELETE SET NULL,
    ADD COLUMN merged_into bigint CONSTRAINT person_merged_into_ck CHECK (merged_into <> id),
    ADD COLUMN deleted_at timestamptz,
    ADD CONSTRAINT person_gallery_id_merged_into_fk
        FOREIGN KEY (gallery_id, merged_into) REFERENCES semblance.person (gallery_id, id) ON DELETE CASCADE;
CREATE INDEX person_user_id_ix ON semblance.person (user_id);
CREATE INDEX person_merged_into_ix ON semblance.person (merged_into);
CREATE INDEX person_deleted_at_ix ON semblance.person (deleted_at) WHERE deleted_at IS NOT NULL;
COMMENT ON COLUMN semblance.person.metadata IS 'What the caller''s system wants to keep with the person: texts by key';
COMMENT ON COLUMN semblance.person.public_figure IS 'Whether it is somebody known to the public, whom a search may be limited to';
COMMENT ON COLUMN semblance.person.user_id IS 'User who claims to be the person; null while unclaimed';
COMMENT ON COLUMN semblance.person.merged_into IS
    'Person who took over all faces and answers for this one; the row stays so that its id goes on working and the merge can be undone';
COMMENT ON COLUMN semblance.person.deleted_at IS 'When the person was deleted; until the purge it can be undone; null while there';

ALTER TABLE semblance.face
    ADD COLUMN owner_id uuid CONSTRAINT face_owner_id_fk REFERENCES semblance.app_user (id) ON DELETE SET NULL,
    ADD COLUMN assigned_by text NOT NULL DEFAULT 'people'
        CONSTRAINT face_assigned_by_ck CHECK (assigned_by IN ('people', 'decision', 'cluster'));
CREATE INDEX face_owner_id_ix ON semblance.face (owner_id);
COMMENT ON COLUMN semblance.face.owner_id IS 'User who brought the picture; null for systems without a user or when the user is gone';
COMMENT ON COLUMN semblance.face.assigned_by IS
    'Who says whose face it is: people, a decision at recognition, or a cluster that was accepted; only people are never overruled';

CREATE TABLE semblance.person_change (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT person_change_id_pk PRIMARY KEY,
    gallery_id bigint NOT NULL,
    kind text NOT NULL CONSTRAINT person_change_kind_ck CHECK (kind IN ('merge', 'split', 'move')),
    person_id bigint NOT NULL,
    other_id bigint NOT NULL,
    faces bigint[] NOT NULL,
    before jsonb NOT NULL,
    actor text NOT NULL,
    changed_at timestamptz NOT NULL,
    undone_by text,
    undone_at timestamptz,
    CONSTRAINT person_change_undone_by_undone_at_ck CHECK ((undone_by IS NULL) = (undone_at IS NULL)),
    CONSTRAINT person_change_gallery_id_person_id_fk
        FOREIGN KEY (gallery_id, person_id) REFERENCES semblance.person (gallery_id, id) ON DELETE CASCADE,
    CONSTRAINT person_change_gallery_id_other_id_fk
        FOREIGN KEY (gallery_id, other_id) REFERENCES semblance.person (gallery_id, id) ON DELETE CASCADE
);
CREATE INDEX person_change_person_id_ix ON semblance.person_change (person_id);
CREATE INDEX person_change_other_id_ix ON semblance.person_change (other_id);
COMMENT ON TABLE semblance.person_change IS 'Merges, splits and moves of faces between persons, with what is needed to undo them';
COMMENT ON COLUMN semblance.person_change.id IS 'Order of the changes; the last of a person is undone first';
COMMENT ON COLUMN semblance.person_change.gallery_id IS 'Gallery of both persons';
COMMENT ON COLUMN semblance.person_change.kind IS 'merge: other gave all faces to person; split: other was made of some faces of person; move: some faces went from other to person';
COMMENT ON COLUMN semblance.person_change.person_id IS 'Person who was kept: the survivor of a merge, the rest of a split, the target of a move';
COMMENT ON COLUMN semblance.person_change.other_id IS 'The other person: merged away, split off, or robbed of faces';
COMMENT ON COLUMN semblance.person_change.faces IS 'Faces that changed hands';
COMMENT ON COLUMN semblance.person_change.before IS 'What both persons were like before: names, external ids, metadata, claims, and who had said whose the faces are';
COMMENT ON COLUMN semblance.person_change.actor IS 'Who did it';
COMMENT ON COLUMN semblance.person_change.changed_at IS 'When it was done';
COMMENT ON COLUMN semblance.person_change.undone_by IS 'Who undid it; null while it stands';
COMMENT ON COLUMN semblance.person_change.undone_at IS 'When it was undone; null while it stands';

CREATE TABLE semblance.face_rejection (
    face_id bigint NOT NULL,
    person_id bigint NOT NULL,
    gallery_id bigint NOT NULL,
    rejected_by text NOT NULL,
    rejected_at timestamptz NOT NULL,
    CONSTRAINT face_rejection_face_id_person_id_pk PRIMARY KEY (face_id, person_id),
    CONSTRAINT face_rejection_face_id_gallery_id_fk
        FOREIGN KEY (face_id, gallery_id) REFERENCES semblance.face (id, gallery_id) ON DELETE CASCADE,
    CONSTRAINT face_rejection_gallery_id_person_id_fk
        FOREIGN KEY (gallery_id, person_id) REFERENCES semblance.person (gallery_id, id) ON DELETE CASCADE
);
CREATE INDEX face_rejection_person_id_ix ON semblance.face_rejection (person_id);
COMMENT ON TABLE semblance.face_rejection IS 'Not this person: what people said of a face, which no decision, cluster or learning may overrule';
COMMENT ON COLUMN semblance.face_rejection.face_id IS 'The face; deleting it deletes this';
COMMENT ON COLUMN semblance.face_rejection.person_id IS 'Who it is not; deleting the person deletes this';
COMMENT ON COLUMN semblance.face_rejection.gallery_id IS 'Gallery of both';
COMMENT ON COLUMN semblance.face_rejection.rejected_by IS 'Who said so';
COMMENT ON COLUMN semblance.face_rejection.rejected_at IS 'When it was said';

GRANT SELECT, INSERT, UPDATE, DELETE ON semblance.person_change, semblance.face_rejection TO semblance_app;
GRANT USAGE ON SEQUENCE semblance.person_change_id_seq TO semblance_app;
