-- Evidence in a dispute must outlive every deletion, erasure and purge until somebody says that the dispute is over.
CREATE TABLE semblance.legal_hold (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT legal_hold_id_pk PRIMARY KEY,
    person_id bigint NOT NULL CONSTRAINT legal_hold_person_id_fk REFERENCES semblance.person (id) ON DELETE CASCADE,
    reason text NOT NULL CONSTRAINT legal_hold_reason_ck CHECK (length(reason) BETWEEN 1 AND 500),
    until timestamptz,
    placed_by text NOT NULL,
    placed_at timestamptz NOT NULL,
    released_by text,
    released_at timestamptz,
    CONSTRAINT legal_hold_released_by_released_at_ck CHECK ((released_by IS NULL) = (released_at IS NULL))
);
CREATE INDEX legal_hold_person_id_ix ON semblance.legal_hold (person_id);
COMMENT ON TABLE semblance.legal_hold IS 'Orders to keep what is held of a person; while one is in force, the person cannot be purged or erased';
COMMENT ON COLUMN semblance.legal_hold.id IS 'Order of the holds';
COMMENT ON COLUMN semblance.legal_hold.person_id IS 'Who is to be kept; goes with the person once the hold is over';
COMMENT ON COLUMN semblance.legal_hold.reason IS 'Why, such as the reference of a case';
COMMENT ON COLUMN semblance.legal_hold.until IS 'When it ends by itself; null until it is released';
COMMENT ON COLUMN semblance.legal_hold.placed_by IS 'Who placed it';
COMMENT ON COLUMN semblance.legal_hold.placed_at IS 'When it was placed';
COMMENT ON COLUMN semblance.legal_hold.released_by IS 'Who released it; null while nobody has';
COMMENT ON COLUMN semblance.legal_hold.released_at IS 'When it was released; null while it was not';
GRANT SELECT, INSERT, UPDATE ON semblance.legal_hold TO semblance_app;
GRANT USAGE ON SEQUENCE semblance.legal_hold_id_seq TO semblance_app;

-- The features look first and say so; this is for whichever of them forgets.
CREATE FUNCTION semblance.refuse_end_of_hold() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Person % is under legal hold', OLD.person_id
        USING ERRCODE = 'object_in_use', HINT = 'Release the hold first.';
END
$$;
COMMENT ON FUNCTION semblance.refuse_end_of_hold() IS 'Trigger of legal_hold: a hold in force does not go, and so neither does its person';
CREATE TRIGGER legal_hold_delete_tg BEFORE DELETE ON semblance.legal_hold
    FOR EACH ROW WHEN (OLD.released_at IS NULL AND (OLD.until IS NULL OR OLD.until > now()))
    EXECUTE FUNCTION semblance.refuse_end_of_hold();
