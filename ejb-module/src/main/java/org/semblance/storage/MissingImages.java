package org.semblance.storage;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.semblance.lifetime.Account;
import org.semblance.lifetime.Portion;
import org.semblance.platform.Page;
import org.semblance.platform.Statements;

/**
 * Rows whose files are gone. That a row is there is only known once its file was written, and the file goes after the
 * row: so whoever sees a row and then no file has found what should never be, unless the row has gone meanwhile.
 */
@Stateless
@LocalBean
@PermitAll
public class MissingImages {
    /** Rows without files. */
    public static final String MISSING = "missing-files";
    /** Files that came back from quarantine. */
    public static final String RESTORED = "restored-files";

    private static final String PAGE =
            "SELECT id, key, missing_since IS NOT NULL AS is_marked FROM semblance.image WHERE id > ? ORDER BY id LIMIT ?";
    private static final String MARK = """
            UPDATE semblance.image SET missing_since = now()
             WHERE id = ANY (CAST(? AS bigint[])) AND missing_since IS NULL RETURNING size_bytes
            """;
    private static final String STILL =
            "SELECT size_bytes FROM semblance.image WHERE id = ANY (CAST(? AS bigint[])) AND missing_since IS NULL";
    private static final String UNMARK =
            "UPDATE semblance.image SET missing_since = NULL WHERE id = ANY (CAST(? AS bigint[]))";
    private static final String LEAVE =
            "DELETE FROM semblance.quarantined_file WHERE key = ANY (CAST(? AS text[])) RETURNING size_bytes";
    private static final String WOULD_LEAVE =
            "SELECT size_bytes FROM semblance.quarantined_file WHERE key = ANY (CAST(? AS text[]))";
    private static final String LIST = """
            SELECT id, key, missing_since FROM semblance.image
             WHERE missing_since IS NOT NULL AND id > ? ORDER BY id LIMIT ?
            """;

    private final QuarantineDirectory directory;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected MissingImages() {
        this(null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public MissingImages(QuarantineDirectory directory) {
        this.directory = directory;
    }

    /** Outside the container. */
    public MissingImages(QuarantineDirectory directory, DataSource database) {
        this.directory = directory;
        this.database = database;
    }

    private record Row(long id, ImageKey key, boolean isMarked) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(row.getLong("id"), new ImageKey(row.getString("key")), row.getBoolean("is_marked"));
        }
    }

    /**
     * Looks for the files of some rows: puts back those in quarantine, marks rows of others, and unmarks rows whose
     * files are there again. What a death cut short after a file was put back is counted by the next.
     *
     * @param after id of the last row that was looked at
     * @return id of the last row now; nothing when there are no more
     */
    public OptionalLong look(long after, int limit, boolean isDryRun, Account account) {
        List<Row> rows = statements().list(PAGE, Row::of, after, limit);
        if (rows.isEmpty()) {
            return OptionalLong.empty();
        }
        List<Row> there = new ArrayList<>();
        List<Row> missing = new ArrayList<>();
        rows.forEach(row -> (isThere(row.key(), isDryRun) ? there : missing).add(row));
        List<Long> marked = sizes(isDryRun ? STILL : MARK, ids(missing));
        List<Long> restored = sizes(
                isDryRun ? WOULD_LEAVE : LEAVE,
                there.stream().map(row -> row.key().value()).toList());
        List<Row> found = there.stream().filter(Row::isMarked).toList();
        if (!isDryRun && !found.isEmpty()) {
            statements().change(UNMARK, ids(found));
        }
        long last = rows.get(rows.size() - 1).id();
        account.keep("rows:" + last, MISSING, portion(marked));
        account.keep(null, RESTORED, portion(restored));
        return OptionalLong.of(last);
    }

    public Page<MissingImage> list(long after, int limit) {
        var rows = statements().list(LIST, MissingImages::image, after, Page.fetchSize(limit));
        return Page.of(rows, limit, MissingImage::id);
    }

    private boolean isThere(ImageKey key, boolean isDryRun) {
        return directory.isStored(key) || (isDryRun ? directory.holds(key) : directory.putBack(key));
    }

    private List<Long> sizes(String sql, List<?> of) {
        return of.isEmpty() ? List.of() : statements().list(sql, row -> row.getLong(1), of);
    }

    private static List<Long> ids(List<Row> rows) {
        return rows.stream().map(Row::id).toList();
    }

    private static Portion portion(List<Long> sizes) {
        return Portion.of(
                sizes.size(), sizes.stream().mapToLong(Long::longValue).sum());
    }

    private static MissingImage image(ResultSet row) throws SQLException {
        return new MissingImage(
                row.getLong("id"),
                new ImageKey(row.getString("key")),
                Objects.requireNonNull(Statements.time(row, "missing_since")));
    }

    private Statements statements() {
        return new Statements(database);
    }
}
