-- Old months of events go with their tables, but evidence in a dispute stays: events of persons under legal hold outlive their month.
INSERT INTO semblance.partition_retention (table_name, shortest)
VALUES ('recognition_events', interval '1 day'), ('camera_events', interval '1 day');

CREATE FUNCTION semblance.old_recognition_events(before timestamptz)
RETURNS TABLE (partition regclass, until timestamptz, bytes bigint, rows bigint, held bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    FOR partition, until IN SELECT old.partition, old.until FROM semblance.old_partitions('recognition_events', before) AS old LOOP
        bytes := pg_total_relation_size(partition);
        EXECUTE format('SELECT count(*), count(*) FILTER (WHERE person_id IN (SELECT semblance.held_person_ids())) FROM %s', partition)
           INTO rows, held;
        RETURN NEXT;
    END LOOP;
END
$$;
COMMENT ON FUNCTION semblance.old_recognition_events(timestamptz) IS
    'Months of recognition_events all of whose rows are older than a time, the oldest first, with how many rows a legal hold keeps';

CREATE FUNCTION semblance.held_person_ids() RETURNS SETOF bigint
LANGUAGE sql STABLE AS $$
    SELECT semblance.ids_of_person(person_id) FROM semblance.legal_hold
     WHERE released_at IS NULL AND (until IS NULL OR until > now())
$$;
COMMENT ON FUNCTION semblance.held_person_ids() IS 'Every id of everybody who is under legal hold now';

-- As semblance.drop_old_partition; what is held moves to the table of others, and from there to a month of its own again.
CREATE FUNCTION semblance.drop_old_recognition_events(before timestamptz)
RETURNS TABLE (rows bigint, bytes bigint, until timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '200ms' AS $$
DECLARE
    month record;
BEGIN
    FOR month IN SELECT * FROM semblance.old_recognition_events(before) AS old WHERE old.held = 0 OR old.rows > old.held LIMIT 1 LOOP
        IF month.held > 0 THEN
            EXECUTE format('ALTER TABLE semblance.recognition_events DETACH PARTITION %s', month.partition);
            EXECUTE format('INSERT INTO semblance.recognition_events SELECT * FROM %s WHERE person_id IN (SELECT semblance.held_person_ids())', month.partition);
        END IF;
        EXECUTE format('DROP TABLE %s', month.partition);
        rows := month.rows - month.held;
        bytes := month.bytes;
        until := month.until;
        RETURN NEXT;
    END LOOP;
EXCEPTION WHEN lock_not_available THEN
    RETURN;
END
$$;
COMMENT ON FUNCTION semblance.drop_old_recognition_events(timestamptz) IS
    'Drops the oldest month that semblance.old_recognition_events gives and that holds something no legal hold keeps, and says what was in it; nothing when there is none or somebody is using it';
REVOKE EXECUTE ON FUNCTION semblance.old_recognition_events(timestamptz), semblance.drop_old_recognition_events(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION semblance.old_recognition_events(timestamptz), semblance.drop_old_recognition_events(timestamptz) TO semblance_app;
