-- A camera that is sure of somebody may add what it saw; such a face must be told from those that people gave.
ALTER TABLE semblance.face
    DROP CONSTRAINT face_assigned_by_ck,
    ADD CONSTRAINT face_assigned_by_ck CHECK (assigned_by IN ('people', 'decision', 'cluster', 'learned'));
COMMENT ON COLUMN semblance.face.assigned_by IS
    'Who says whose face it is: people, a decision at recognition, a cluster that was accepted, or a camera that was sure enough to learn it; only people are never overruled';
