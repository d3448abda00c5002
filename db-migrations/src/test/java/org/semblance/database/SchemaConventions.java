package org.semblance.database;

import java.sql.SQLException;
import java.util.List;

/** The rules that every migration keeps; each gives the names of those that break it. */
record SchemaConventions(Sql sql) {
    private static final String OURS = "IN ('semblance'::regnamespace, 'jobs'::regnamespace)";

    List<String> uncommented() throws SQLException {
        return sql.rows("""
                SELECT what FROM (
                    SELECT 'schema ' || oid::regnamespace AS what, obj_description(oid, 'pg_namespace') AS comment
                    FROM pg_namespace WHERE oid %1$s
                    UNION ALL
                    SELECT 'table ' || oid::regclass, obj_description(oid, 'pg_class')
                    FROM pg_class WHERE relnamespace %1$s AND NOT relispartition AND relkind IN ('r', 'p', 'v', 'm', 'f')
                    UNION ALL
                    SELECT 'column ' || attrelid::regclass || '.' || attname, col_description(attrelid, attnum)
                    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
                    WHERE relnamespace %1$s AND NOT relispartition AND relkind IN ('r', 'p', 'v', 'm', 'f') AND attnum > 0 AND NOT attisdropped
                    UNION ALL
                    SELECT 'function ' || oid::regprocedure, obj_description(oid, 'pg_proc')
                    FROM pg_proc WHERE pronamespace %1$s
                ) AS described
                WHERE coalesce(comment, '') = '' ORDER BY what
                """.formatted(OURS));
    }

    /**
     * An index serves a foreign key when it begins with all its columns, or with the one that refers to the other
     * table's primary key: that one alone already finds the few rows in question.
     */
    List<String> foreignKeysWithoutIndex() throws SQLException {
        return sql.rows("""
                SELECT conname FROM pg_constraint AS key
                WHERE contype = 'f' AND connamespace %s
                  AND NOT EXISTS (
                    SELECT FROM pg_index
                    WHERE indrelid = key.conrelid AND indpred IS NULL AND indisvalid
                      AND ((indkey::int2[])[0:cardinality(key.conkey) - 1] @> key.conkey
                        OR indkey[0] IN (
                            SELECT key.conkey[n]
                            FROM generate_subscripts(key.conkey, 1) AS n
                            JOIN pg_constraint AS target ON target.conrelid = key.confrelid
                                AND target.contype = 'p' AND target.conkey = ARRAY[key.confkey[n]])))
                ORDER BY conname
                """.formatted(OURS));
    }

    /** {@code <table>_<column>…_<pk|fk|uq|ck|ex|ix>}; Flyway's own table is named by Flyway. */
    List<String> misnamed() throws SQLException {
        return sql.rows("""
                SELECT name
                FROM (
                    SELECT conrelid AS relation, conname AS name,
                        CASE contype WHEN 'p' THEN 'pk' WHEN 'f' THEN 'fk' WHEN 'u' THEN 'uq' WHEN 'c' THEN 'ck' ELSE 'ex' END AS kind
                    FROM pg_constraint WHERE contype IN ('p', 'f', 'u', 'c', 'x')
                    UNION ALL
                    SELECT indrelid, relname, CASE WHEN indisunique THEN 'uq' ELSE 'ix' END
                    FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
                    WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x'))
                ) AS named
                JOIN pg_class ON pg_class.oid = relation
                WHERE relnamespace %s AND NOT relispartition AND relname <> 'flyway_schema_history'
                  AND name !~ ('^' || relname || '(_('
                    || (SELECT string_agg(attname, '|') FROM pg_attribute WHERE attrelid = relation AND attnum > 0)
                    || '))+_' || kind || '$')
                ORDER BY name
                """.formatted(OURS));
    }

    /** Tables of the server keep the types that the server gives them. */
    List<String> timesWithoutZone() throws SQLException {
        return sql.rows("""
                SELECT attrelid::regclass || '.' || attname
                FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
                WHERE relnamespace = 'semblance'::regnamespace AND relname <> 'flyway_schema_history'
                  AND atttypid = 'timestamp'::regtype AND attnum > 0
                ORDER BY 1
                """);
    }

    /** JPA asks the sequence of an identity column for the number it gave: that needs a grant of its own. */
    List<String> sequencesThatTheApplicationMayNotAsk() throws SQLException {
        return sql.rows("""
                SELECT attrelid::regclass || '.' || attname
                FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
                WHERE relnamespace %s AND attidentity <> ''
                  AND has_table_privilege('semblance_app', attrelid, 'INSERT')
                  AND NOT has_sequence_privilege('semblance_app', pg_get_serial_sequence(attrelid::regclass::text, attname), 'USAGE')
                ORDER BY 1
                """.formatted(OURS));
    }
}
