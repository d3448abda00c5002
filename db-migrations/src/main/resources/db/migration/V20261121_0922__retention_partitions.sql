-- Millions of old rows go fastest with their table: but the application has no DDL, so the owner drops months for it, and only of tables and ages that the owner allows.
CREATE TABLE semblance.partition_retention (
    table_name text CONSTRAINT partition_retention_table_name_pk PRIMARY KEY
        CONSTRAINT partition_retention_table_name_ck CHECK (table_name ~ '^[a-z][a-z0-9_]*$'),
    shortest interval NOT NULL CONSTRAINT partition_retention_shortest_ck CHECK (shortest >= interval '1 hour')
);
COMMENT ON TABLE semblance.partition_retention IS 'Tables with a partition for each month, whose old months the application may have dropped; only migrations write here';
COMMENT ON COLUMN semblance.partition_retention.table_name IS 'The partitioned table, in the schema semblance';
COMMENT ON COLUMN semblance.partition_retention.shortest IS 'Whatever anybody asks for, nothing younger goes';
GRANT SELECT ON semblance.partition_retention TO semblance_app;

CREATE FUNCTION semblance.old_partitions(of_table text, before timestamptz)
RETURNS TABLE (partition regclass, until timestamptz)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
    SELECT months.partition, months.until
      FROM semblance.partition_retention AS allowed
      JOIN pg_inherits ON inhparent = to_regclass('semblance.' || quote_ident(allowed.table_name))
      JOIN pg_class AS part ON part.oid = inhrelid
     CROSS JOIN LATERAL (SELECT part.oid::regclass AS partition,
                                substring(pg_get_expr(part.relpartbound, part.oid) FROM 'TO \(''(.+)''\)$')::timestamptz
                                AS until) AS months
     WHERE allowed.table_name = of_table
       AND months.until <= least(before, now() - allowed.shortest)
     ORDER BY months.until;
$$;
COMMENT ON FUNCTION semblance.old_partitions(text, timestamptz) IS
    'Partitions of a table of partition_retention all of whose rows are older than a time, the oldest first';

-- Whoever reads just now goes first: a month that cannot be had at once is left to the next purge.
CREATE FUNCTION semblance.drop_old_partition(of_table text, before timestamptz)
RETURNS TABLE (rows bigint, bytes bigint, until timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '200ms' AS $$
DECLARE
    oldest regclass;
BEGIN
    SELECT old.partition, old.until INTO oldest, until FROM semblance.old_partitions(of_table, before) AS old LIMIT 1;
    IF oldest IS NULL THEN
        RETURN;
    END IF;
    EXECUTE format('SELECT count(*) FROM %s', oldest) INTO rows;
    bytes := pg_total_relation_size(oldest);
    EXECUTE format('DROP TABLE %s', oldest);
    RETURN NEXT;
EXCEPTION WHEN lock_not_available THEN
    RETURN;
END
$$;
COMMENT ON FUNCTION semblance.drop_old_partition(text, timestamptz) IS
    'Drops the oldest partition that semblance.old_partitions gives, and says what was in it; nothing when there is none or somebody is using it';
REVOKE EXECUTE ON FUNCTION semblance.old_partitions(text, timestamptz), semblance.drop_old_partition(text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION semblance.old_partitions(text, timestamptz), semblance.drop_old_partition(text, timestamptz) TO semblance_app;
