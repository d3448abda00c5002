-- A file that no row names may be the only copy of something that a restored database misses: it is set aside before it is removed.
CREATE TABLE semblance.quarantined_file (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT quarantined_file_id_pk PRIMARY KEY,
    key text NOT NULL CONSTRAINT quarantined_file_key_uq UNIQUE,
    size_bytes bigint NOT NULL CONSTRAINT quarantined_file_size_bytes_ck CHECK (size_bytes >= 0),
    quarantined_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX quarantined_file_quarantined_at_ix ON semblance.quarantined_file (quarantined_at);
COMMENT ON TABLE semblance.quarantined_file IS 'Files of the image store that no row named; they lie below .quarantine there until they are put back or removed';
COMMENT ON COLUMN semblance.quarantined_file.id IS 'Order in which they were found';
COMMENT ON COLUMN semblance.quarantined_file.key IS 'Where the file was, and below .quarantine is';
COMMENT ON COLUMN semblance.quarantined_file.size_bytes IS 'How large it is';
COMMENT ON COLUMN semblance.quarantined_file.quarantined_at IS 'When it was set aside';
GRANT SELECT, INSERT, UPDATE (id), DELETE ON semblance.quarantined_file TO semblance_app;
GRANT USAGE ON SEQUENCE semblance.quarantined_file_id_seq TO semblance_app;

ALTER TABLE semblance.image ADD COLUMN missing_since timestamptz;
CREATE INDEX image_id_missing_since_ix ON semblance.image (id) WHERE missing_since IS NOT NULL;
COMMENT ON COLUMN semblance.image.missing_since IS 'When the file was found to be gone, which should never be; null while it is there';
