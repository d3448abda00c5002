package org.semblance.lifetime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.semblance.platform.Statements;

/**
 * Rows of a table that are older than a time. The expressions are SQL that calls the row {@code aged}; {@code :cutoff}
 * is the time.
 *
 * @param key its primary key, columns separated by commas
 * @param time since when a row is kept
 * @param condition what else must hold
 * @param held which rows stay nevertheless
 * @param size how many bytes a row is: as text, for what it takes on disk changes with the way in which it is read
 * @param file key of the image that a row is about
 */
public record AgedRows(String table, String key, String time, String condition, String held, String size, String file) {
    private static final Pattern VALUE = Pattern.compile(":(cutoff|limit)\\b");
    private static final String COUNT = """
            SELECT count(*) FILTER (WHERE NOT is_held) AS rows,
                   coalesce(sum(size) FILTER (WHERE NOT is_held), 0) AS bytes,
                   count(*) FILTER (WHERE is_held) AS held,
                   min(since) FILTER (WHERE NOT is_held) AS oldest
              FROM (SELECT %1$s AS since, %2$s AS size, (%3$s) AS is_held FROM %4$s AS aged
                     WHERE %1$s < :cutoff AND (%5$s)) AS found
            """;
    /** What is locked is what goes. */
    private static final String PURGE = """
            WITH due AS (SELECT %6$s, %1$s AS due_since, %2$s AS due_size, %7$s AS due_file FROM %4$s AS aged
                          WHERE %1$s < :cutoff AND (%5$s) AND NOT (%3$s)
                          ORDER BY %1$s LIMIT :limit FOR UPDATE OF aged SKIP LOCKED),
                 gone AS (DELETE FROM %4$s WHERE (%6$s) IN (SELECT %6$s FROM due))
            SELECT count(*) AS rows, coalesce(sum(due_size), 0) AS bytes, 0 AS held, min(due_since) AS oldest,
                   array_remove(array_agg(due_file), NULL) AS files
              FROM due
            """;

    public static AgedRows of(String table, String key, String time) {
        return new AgedRows(
                "semblance." + table,
                key,
                "aged." + time,
                "true",
                "false",
                "CAST(octet_length(CAST(aged.* AS text)) AS bigint)",
                "CAST(NULL AS text)");
    }

    /** Since when a row is kept, where no column alone says so. */
    public AgedRows since(String expression) {
        return new AgedRows(table, key, expression, condition, held, size, file);
    }

    public AgedRows where(String what) {
        return new AgedRows(table, key, time, what, held, size, file);
    }

    public AgedRows unless(String stays) {
        return new AgedRows(table, key, time, condition, stays, size, file);
    }

    /** Counts the bytes of rows of another table that go with a row. */
    public AgedRows with(String child, String column) {
        String more =
                " + coalesce((SELECT sum(octet_length(CAST(part.* AS text))) FROM %s AS part WHERE part.%s = aged.%s), 0)"
                        .formatted(child, column, key);
        return new AgedRows(table, key, time, condition, held, size + more, file);
    }

    /** Rows that stand for files of the image store. */
    public AgedRows ofFiles(String bytes, String fileKey) {
        return new AgedRows(table, key, time, condition, held, "aged." + bytes, "aged." + fileKey);
    }

    Portion count(DataSource database, Instant cutoff) {
        return run(database, COUNT, cutoff, 0, AgedRows::counted);
    }

    Portion purge(DataSource database, Instant cutoff, int limit) {
        return run(database, PURGE, cutoff, limit, row -> {
            Object[] files = row.getArray("files") == null
                    ? new Object[0]
                    : (Object[]) row.getArray("files").getArray();
            return counted(row)
                    .withFiles(Stream.of(files).map(Objects::toString).toList());
        });
    }

    private Portion run(
            DataSource database, String template, Instant cutoff, int limit, Statements.Mapper<Portion> mapper) {
        String sql = template.formatted(time, size, held, table, condition, key, file);
        Object[] values = VALUE.matcher(sql)
                .results()
                .map(found -> found.group(1).equals("limit") ? (Object) limit : cutoff)
                .toArray();
        return new Statements(database)
                .first(VALUE.matcher(sql).replaceAll(found -> type(found.group(1))), mapper, values)
                .orElse(Portion.NOTHING);
    }

    private static String type(String value) {
        return value.equals("limit") ? "?" : "CAST(? AS timestamptz)";
    }

    private static Portion counted(ResultSet row) throws SQLException {
        return new Portion(
                row.getLong("rows"),
                row.getLong("bytes"),
                row.getLong("held"),
                Statements.time(row, "oldest"),
                List.of());
    }
}
