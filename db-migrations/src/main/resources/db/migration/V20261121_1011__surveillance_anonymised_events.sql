-- Erasure forgets who was seen without forging that somebody was: the one change that events know.
CREATE FUNCTION semblance.anonymise_events(of_persons bigint[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    forgotten bigint;
BEGIN
    PERFORM set_config('semblance.event_door', 'anonymise', true);
    UPDATE semblance.recognition_events
       SET person_id = NULL, matched_user_id = NULL, is_user_disabled = false
     WHERE person_id = ANY (of_persons);
    GET DIAGNOSTICS forgotten = ROW_COUNT;
    PERFORM set_config('semblance.event_door', '', true);
    RETURN forgotten;
END
$$;
COMMENT ON FUNCTION semblance.anonymise_events(bigint[]) IS
    'Takes person and user from the events of some persons, who are being erased; says of how many events';
REVOKE EXECUTE ON FUNCTION semblance.anonymise_events(bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION semblance.anonymise_events(bigint[]) TO semblance_app;
