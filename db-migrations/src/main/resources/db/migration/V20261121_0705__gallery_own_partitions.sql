-- The server may not change the schema, but it is the one who sees a gallery grow: these functions do just that much for it.
CREATE FUNCTION semblance.part_embeddings(of_gallery bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    own text := format('embedding_gallery_%s', of_gallery);
BEGIN
    -- One at a time; then writers of the shared partition wait until the rows have moved, readers only for the last step.
    PERFORM pg_advisory_xact_lock(hashtext('semblance.part_embeddings'));
    IF to_regclass('semblance.' || own) IS NOT NULL THEN
        RETURN false;
    END IF;
    PERFORM FROM semblance.gallery WHERE id = of_gallery FOR KEY SHARE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    LOCK TABLE semblance.embedding_shared IN SHARE ROW EXCLUSIVE MODE;
    EXECUTE format('CREATE TABLE semblance.%I (LIKE semblance.embedding INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING STORAGE INCLUDING CONSTRAINTS)', own);
    EXECUTE format('REVOKE ALL ON semblance.%I FROM semblance_read', own);
    EXECUTE format(
        'WITH moved AS (DELETE FROM semblance.embedding_shared WHERE gallery_id = $1
                        RETURNING face_id, model_id, gallery_id, person_id, searchable, vector)
         INSERT INTO semblance.%I (face_id, model_id, gallery_id, person_id, searchable, vector) SELECT * FROM moved',
        own) USING of_gallery;
    EXECUTE format('ALTER TABLE semblance.embedding ATTACH PARTITION semblance.%I FOR VALUES IN (%s)', own, of_gallery);
    EXECUTE format('ANALYZE semblance.%I', own);
    RETURN true;
END
$$;
COMMENT ON FUNCTION semblance.part_embeddings(bigint) IS
    'Gives a gallery a partition of embedding for itself and moves its rows there; false when it has one or is gone';

CREATE FUNCTION semblance.drop_orphaned_partitions() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    own regclass;
    dropped integer := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('semblance.part_embeddings'));
    FOR own IN
        SELECT inhrelid::regclass FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
         WHERE inhparent = 'semblance.embedding'::regclass AND relname ~ '^embedding_gallery_[0-9]+$'
           AND NOT EXISTS (SELECT FROM semblance.gallery
                            WHERE gallery.id = substring(relname FROM '[0-9]+$')::bigint)
    LOOP
        EXECUTE format('DROP TABLE %s', own);
        dropped := dropped + 1;
    END LOOP;
    RETURN dropped;
END
$$;
COMMENT ON FUNCTION semblance.drop_orphaned_partitions() IS 'Drops the partitions of galleries that have been deleted; says how many';

-- Built by one process: pgvector before 0.8.2 may write beyond its buffers when several build a graph together.
CREATE FUNCTION semblance.build_embedding_graph(of_gallery bigint, of_model bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET max_parallel_maintenance_workers = 0 AS $$
DECLARE
    own text := format('embedding_gallery_%s', of_gallery);
    graph text := format('embedding_gallery_%s_model_%s_graph_ix', of_gallery, of_model);
    dimensions integer := (SELECT dimension FROM semblance.model WHERE id = of_model);
BEGIN
    IF dimensions IS NULL OR to_regclass('semblance.' || own) IS NULL OR to_regclass('semblance.' || graph) IS NOT NULL THEN
        RETURN false;
    END IF;
    EXECUTE format(
        'CREATE INDEX %I ON semblance.%I USING hnsw ((vector::public.halfvec(%s)) public.halfvec_ip_ops)
           WITH (m = 16, ef_construction = 200) WHERE model_id = %s AND searchable',
        graph, own, dimensions, of_model);
    RETURN true;
END
$$;
COMMENT ON FUNCTION semblance.build_embedding_graph(bigint, bigint) IS
    'Builds the graph index of one model on a gallery''s own partition, whose writers wait meanwhile; false when it is there or cannot be';

CREATE FUNCTION semblance.drop_embedding_graph(of_gallery bigint, of_model bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format('DROP INDEX IF EXISTS semblance.embedding_gallery_%s_model_%s_graph_ix', of_gallery, of_model);
END
$$;
COMMENT ON FUNCTION semblance.drop_embedding_graph(bigint, bigint) IS 'Removes a graph index that is not wanted or finds too little';

REVOKE EXECUTE ON FUNCTION semblance.part_embeddings(bigint), semblance.drop_orphaned_partitions(),
    semblance.build_embedding_graph(bigint, bigint), semblance.drop_embedding_graph(bigint, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION semblance.part_embeddings(bigint), semblance.drop_orphaned_partitions(),
    semblance.build_embedding_graph(bigint, bigint), semblance.drop_embedding_graph(bigint, bigint) TO semblance_app;
