package org.semblance.privacy.erasure;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.semblance.gallery.search.GalleryRows;

/** Looks into every column of every table for words. */
final class Traces {
    /** What an erasure leaves on purpose; its report says so. */
    private static final Set<String> KEPT = Set.of("semblance.audit_entry", "semblance.embedding_change");

    private static final String TABLES = """
            SELECT attrelid::regclass::text, format('%s::text', quote_ident(attname)),
                   CASE WHEN atttypid = 'bytea'::regtype THEN format('encode(%s, ''escape'')', quote_ident(attname)) END
              FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
             WHERE relnamespace IN ('semblance'::regnamespace, 'jobs'::regnamespace)
               AND relkind IN ('r', 'p') AND NOT relispartition AND attnum > 0 AND NOT attisdropped
            """;

    private final ErasureWorld world;

    Traces(ErasureWorld world) {
        this.world = world;
    }

    /** Numbers that occur nowhere by chance. */
    void useRareNumbers() {
        var owner = new GalleryRows(world.database.owner());
        owner.run("ALTER SEQUENCE semblance.person_id_seq RESTART 700000001");
        owner.run("ALTER SEQUENCE semblance.face_id_seq RESTART 800000001");
    }

    /** Where any of the words is, as a word of its own. */
    List<String> find(List<String> words) {
        String pattern = words.stream()
                .map(word -> "\\y" + word.replaceAll("([.\\-])", "\\\\$1") + "\\y")
                .collect(Collectors.joining("|"));
        List<String> found = new ArrayList<>();
        try (var connection = world.database.superuser().getConnection();
                var statement = connection.createStatement();
                var columns = connection.createStatement().executeQuery(TABLES)) {
            while (columns.next()) {
                String table = columns.getString(1);
                String text = columns.getString(3) == null ? columns.getString(2) : columns.getString(3);
                if (KEPT.contains(table)) {
                    continue;
                }
                var sql = "SELECT count(*) FROM " + table + " WHERE " + text + " ~ " + quoted(pattern);
                try (var row = statement.executeQuery(sql)) {
                    row.next();
                    if (row.getLong(1) > 0) {
                        found.add(table + " " + text);
                    }
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String quoted(String text) {
        return "'" + Pattern.compile("'").matcher(text).replaceAll("''") + "'";
    }
}
