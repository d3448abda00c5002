-- Which unknown faces belong together is found by comparing them once, proposed as clusters, and decided by people.
CREATE INDEX face_gallery_id_id_ix ON semblance.face (gallery_id, id) WHERE person_id IS NULL;

CREATE TABLE semblance.face_neighbours (
    face_id bigint NOT NULL CONSTRAINT face_neighbours_face_id_pk PRIMARY KEY,
    gallery_id bigint NOT NULL,
    model_id bigint NOT NULL CONSTRAINT face_neighbours_model_id_fk REFERENCES semblance.model (id) ON DELETE CASCADE,
    similarity double precision NOT NULL CONSTRAINT face_neighbours_similarity_ck CHECK (similarity BETWEEN -1 AND 1),
    others bigint[] NOT NULL,
    similarities real[] NOT NULL,
    CONSTRAINT face_neighbours_others_similarities_ck CHECK (cardinality(others) = cardinality(similarities)),
    CONSTRAINT face_neighbours_face_id_gallery_id_fk
        FOREIGN KEY (face_id, gallery_id) REFERENCES semblance.face (id, gallery_id) ON DELETE CASCADE
);
CREATE INDEX face_neighbours_model_id_ix ON semblance.face_neighbours (model_id);
COMMENT ON TABLE semblance.face_neighbours IS 'What an unknown face was found similar to when it was compared, so that it need not be compared again';
COMMENT ON COLUMN semblance.face_neighbours.face_id IS 'The face; deleting it deletes this';
COMMENT ON COLUMN semblance.face_neighbours.gallery_id IS 'Gallery of the face and of all others';
COMMENT ON COLUMN semblance.face_neighbours.model_id IS 'Model whose embeddings were compared';
COMMENT ON COLUMN semblance.face_neighbours.similarity IS 'Least similarity that was looked for';
COMMENT ON COLUMN semblance.face_neighbours.others IS 'Unknown faces that are similar, the most similar first; some may have gone or found a person since';
COMMENT ON COLUMN semblance.face_neighbours.similarities IS 'Cosine similarity to each of the others';

CREATE TABLE semblance.cluster_run (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT cluster_run_id_pk PRIMARY KEY,
    gallery_id bigint NOT NULL
        CONSTRAINT cluster_run_gallery_id_fk REFERENCES semblance.gallery (id) ON DELETE CASCADE,
    model text NOT NULL,
    similarity double precision NOT NULL CONSTRAINT cluster_run_similarity_ck CHECK (similarity BETWEEN -1 AND 1),
    margin double precision NOT NULL CONSTRAINT cluster_run_margin_ck CHECK (margin BETWEEN 0 AND 2),
    min_faces integer NOT NULL CONSTRAINT cluster_run_min_faces_ck CHECK (min_faces BETWEEN 2 AND 20),
    state text NOT NULL DEFAULT 'running'
        CONSTRAINT cluster_run_state_ck CHECK (state IN ('running', 'completed', 'failed')),
    faces bigint NOT NULL DEFAULT 0,
    compared bigint NOT NULL DEFAULT 0,
    founded bigint NOT NULL DEFAULT 0,
    changed bigint NOT NULL DEFAULT 0,
    unclustered bigint NOT NULL DEFAULT 0,
    execution_id bigint,
    problem text,
    started_by text NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    touched_at timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz,
    CONSTRAINT cluster_run_state_ended_at_ck CHECK ((state = 'running') = (ended_at IS NULL))
);
CREATE UNIQUE INDEX cluster_run_gallery_id_uq ON semblance.cluster_run (gallery_id) WHERE state = 'running';
CREATE INDEX cluster_run_gallery_id_id_ix ON semblance.cluster_run (gallery_id, id);
COMMENT ON TABLE semblance.cluster_run IS 'Each time that the unknown faces of a gallery were clustered; one at a time for each gallery';
COMMENT ON COLUMN semblance.cluster_run.id IS 'Order of the runs';
COMMENT ON COLUMN semblance.cluster_run.gallery_id IS 'Gallery whose faces are clustered; deleting it deletes the run';
COMMENT ON COLUMN semblance.cluster_run.model IS 'Model whose embeddings are compared';
COMMENT ON COLUMN semblance.cluster_run.similarity IS 'Cosine similarity from which two faces are neighbours';
COMMENT ON COLUMN semblance.cluster_run.margin IS 'How far the nearest person must be ahead of the next for a cluster to be theirs';
COMMENT ON COLUMN semblance.cluster_run.min_faces IS 'How many faces, itself among them, a face must be near to be the core of a cluster';
COMMENT ON COLUMN semblance.cluster_run.state IS 'running, completed or failed';
COMMENT ON COLUMN semblance.cluster_run.faces IS 'How many unknown faces there were';
COMMENT ON COLUMN semblance.cluster_run.compared IS 'How many of them were new and had to be compared';
COMMENT ON COLUMN semblance.cluster_run.founded IS 'How many proposals are new';
COMMENT ON COLUMN semblance.cluster_run.changed IS 'How many open proposals have changed';
COMMENT ON COLUMN semblance.cluster_run.unclustered IS 'How many faces are in no cluster';
COMMENT ON COLUMN semblance.cluster_run.execution_id IS 'Job run that does the work; null when the request itself did it';
COMMENT ON COLUMN semblance.cluster_run.problem IS 'Why it failed; null unless it did';
COMMENT ON COLUMN semblance.cluster_run.started_by IS 'Who asked for it';
COMMENT ON COLUMN semblance.cluster_run.started_at IS 'When it was asked for';
COMMENT ON COLUMN semblance.cluster_run.touched_at IS 'When it last went on; one that has long not is dead';
COMMENT ON COLUMN semblance.cluster_run.ended_at IS 'When it was over; null while it runs';

CREATE TABLE semblance.cluster_proposal (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT cluster_proposal_id_pk PRIMARY KEY,
    run_id bigint NOT NULL
        CONSTRAINT cluster_proposal_run_id_fk REFERENCES semblance.cluster_run (id) ON DELETE CASCADE,
    gallery_id bigint NOT NULL
        CONSTRAINT cluster_proposal_gallery_id_fk REFERENCES semblance.gallery (id) ON DELETE CASCADE,
    person_id bigint,
    confidence double precision NOT NULL CONSTRAINT cluster_proposal_confidence_ck CHECK (confidence BETWEEN 0 AND 1),
    state text NOT NULL DEFAULT 'open'
        CONSTRAINT cluster_proposal_state_ck CHECK (state IN ('open', 'accepted', 'discarded', 'superseded')),
    changed_at timestamptz NOT NULL DEFAULT now(),
    decided_by text,
    decided_at timestamptz,
    CONSTRAINT cluster_proposal_decided_by_decided_at_ck CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CONSTRAINT cluster_proposal_gallery_id_person_id_fk
        FOREIGN KEY (gallery_id, person_id) REFERENCES semblance.person (gallery_id, id) ON DELETE CASCADE
);
CREATE INDEX cluster_proposal_run_id_ix ON semblance.cluster_proposal (run_id);
CREATE INDEX cluster_proposal_gallery_id_state_id_ix ON semblance.cluster_proposal (gallery_id, state, id);
CREATE INDEX cluster_proposal_person_id_ix ON semblance.cluster_proposal (person_id);
COMMENT ON TABLE semblance.cluster_proposal IS 'Unknown faces that look like one person, and what people decided about that';
COMMENT ON COLUMN semblance.cluster_proposal.id IS 'Order of the proposals';
COMMENT ON COLUMN semblance.cluster_proposal.run_id IS 'Run that made or last changed it';
COMMENT ON COLUMN semblance.cluster_proposal.gallery_id IS 'Gallery of the faces; deleting it deletes the proposal';
COMMENT ON COLUMN semblance.cluster_proposal.person_id IS
    'Person whose faces they seem to be; null to found a person; once accepted, whom they went to; deleting the person deletes the proposal';
COMMENT ON COLUMN semblance.cluster_proposal.confidence IS 'How well the faces agree, with each other and with the person, 0 to 1';
COMMENT ON COLUMN semblance.cluster_proposal.state IS 'open; accepted or discarded by people; superseded when a later run sees it otherwise';
COMMENT ON COLUMN semblance.cluster_proposal.changed_at IS 'When a run last made or changed it';
COMMENT ON COLUMN semblance.cluster_proposal.decided_by IS 'Who accepted or discarded it; null for nobody';
COMMENT ON COLUMN semblance.cluster_proposal.decided_at IS 'When it was accepted or discarded; null for never';

CREATE TABLE semblance.cluster_face (
    proposal_id bigint NOT NULL
        CONSTRAINT cluster_face_proposal_id_fk REFERENCES semblance.cluster_proposal (id) ON DELETE CASCADE,
    face_id bigint NOT NULL CONSTRAINT cluster_face_face_id_fk REFERENCES semblance.face (id) ON DELETE CASCADE,
    similarity double precision NOT NULL CONSTRAINT cluster_face_similarity_ck CHECK (similarity BETWEEN -1.01 AND 1.01),
    CONSTRAINT cluster_face_proposal_id_face_id_pk PRIMARY KEY (proposal_id, face_id)
);
CREATE INDEX cluster_face_face_id_ix ON semblance.cluster_face (face_id);
COMMENT ON TABLE semblance.cluster_face IS 'The faces of a proposal';
COMMENT ON COLUMN semblance.cluster_face.proposal_id IS 'The proposal; deleting it deletes this';
COMMENT ON COLUMN semblance.cluster_face.face_id IS 'The face; deleting it deletes this';
COMMENT ON COLUMN semblance.cluster_face.similarity IS 'Cosine similarity of the face to the centre of all';

GRANT SELECT, INSERT, UPDATE, DELETE
    ON semblance.face_neighbours, semblance.cluster_run, semblance.cluster_proposal, semblance.cluster_face TO semblance_app;
GRANT USAGE ON SEQUENCE semblance.cluster_run_id_seq, semblance.cluster_proposal_id_seq TO semblance_app;
