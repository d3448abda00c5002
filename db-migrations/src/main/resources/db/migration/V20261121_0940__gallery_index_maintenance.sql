-- A graph index that has lost its shape is built anew beside the old one, and the planner learns what a gallery holds.
CREATE FUNCTION semblance.rebuild_embedding_graph(of_gallery bigint, of_model bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET max_parallel_maintenance_workers = 0 AS $$
DECLARE
    graph text := format('embedding_gallery_%s_model_%s_graph_ix', of_gallery, of_model);
    before text := format('embedding_gallery_%s_model_%s_before_ix', of_gallery, of_model);
BEGIN
    IF to_regclass('semblance.' || graph) IS NULL OR to_regclass('semblance.' || before) IS NOT NULL THEN
        RETURN false;
    END IF;
    EXECUTE format('ALTER INDEX semblance.%I RENAME TO %I', graph, before);
    RETURN semblance.build_embedding_graph(of_gallery, of_model);
END
$$;
COMMENT ON FUNCTION semblance.rebuild_embedding_graph(bigint, bigint) IS
    'Builds a graph index again beside the old one, which searches use meanwhile; false when there is none, or two';

-- In a transaction of its own: whoever reads and then writes would wait for the build, and the drop for them.
CREATE FUNCTION semblance.drop_outdated_graphs() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    outdated regclass;
    dropped integer := 0;
BEGIN
    FOR outdated IN
        SELECT oid::regclass FROM pg_class
         WHERE relnamespace = 'semblance'::regnamespace AND relkind = 'i'
           AND relname ~ '^embedding_gallery_[0-9]+_model_[0-9]+_before_ix$'
    LOOP
        EXECUTE format('DROP INDEX %s', outdated);
        dropped := dropped + 1;
    END LOOP;
    RETURN dropped;
END
$$;
COMMENT ON FUNCTION semblance.drop_outdated_graphs() IS 'Drops the graph indexes that others have taken the place of';

CREATE FUNCTION semblance.analyze_embeddings() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    ANALYZE semblance.embedding;
END
$$;
COMMENT ON FUNCTION semblance.analyze_embeddings() IS 'Tells the planner what the partitions of embedding hold by now';

REVOKE EXECUTE ON FUNCTION semblance.rebuild_embedding_graph(bigint, bigint), semblance.drop_outdated_graphs(),
    semblance.analyze_embeddings() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION semblance.rebuild_embedding_graph(bigint, bigint), semblance.drop_outdated_graphs(),
    semblance.analyze_embeddings() TO semblance_app;
