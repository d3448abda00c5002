package org.semblance.storage;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.semblance.lifetime.Account;
import org.semblance.lifetime.Portion;
import org.semblance.platform.Page;
import org.semblance.platform.Statements;

/** What the database knows of files without rows and of rows without files. */
@Stateless
@LocalBean
@PermitAll
public class ImageQuarantine {
    /** Files that no row named. */
    public static final String UNNAMED = "unnamed-files";

    /** Among them intents: what is just being written or removed is somebody's. One statement sees one or the other. */
    private static final String NOBODYS = """
            SELECT key FROM unnest(CAST(? AS text[])) AS found (key)
             WHERE NOT EXISTS (SELECT FROM semblance.image WHERE image.key = found.key)
               AND NOT EXISTS (SELECT FROM semblance.image_intent WHERE image_intent.key = found.key)
            """;

    private static final String ENTER = """
            INSERT INTO semblance.quarantined_file (key, size_bytes)
            SELECT key, size FROM unnest(CAST(? AS text[]), CAST(? AS bigint[])) AS found (key, size)
            ON CONFLICT (key) DO NOTHING RETURNING size_bytes
            """;
    private static final String LIST = """
            SELECT id, key, size_bytes, quarantined_at FROM semblance.quarantined_file WHERE id > ? ORDER BY id LIMIT ?
            """;
    private static final String FIND =
            "SELECT id, key, size_bytes, quarantined_at FROM semblance.quarantined_file WHERE id = ?";
    private static final String IS_NAMED = "SELECT id FROM semblance.image WHERE key = ?";
    private static final String LEAVE = "DELETE FROM semblance.quarantined_file WHERE key = ANY (CAST(? AS text[]))";
    private static final String FOUND =
            "UPDATE semblance.image SET missing_since = NULL WHERE key = ? AND missing_since IS NOT NULL";

    private final QuarantineDirectory directory;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ImageQuarantine() {
        this(null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public ImageQuarantine(QuarantineDirectory directory) {
        this.directory = directory;
    }

    /** Outside the container. */
    public ImageQuarantine(QuarantineDirectory directory, DataSource database) {
        this.directory = directory;
        this.database = database;
    }

    /** Those of the keys whose files are there although nobody knows of them. */
    public List<ImageKey> nobodys(List<ImageKey> keys) {
        return statements().list(NOBODYS, row -> new ImageKey(row.getString(1)), values(keys)).stream()
                .filter(directory::isStored)
                .toList();
    }

    /** Notes that such files are about to be set aside; those that were noted before count no more. */
    public void enter(List<ImageKey> keys, Account account) {
        List<Long> sizes = keys.stream().map(directory::size).toList();
        List<Long> entered = statements().list(ENTER, row -> row.getLong(1), values(keys), sizes);
        if (!entered.isEmpty()) {
            long bytes = entered.stream().mapToLong(Long::longValue).sum();
            account.keep(null, UNNAMED, Portion.of(entered.size(), bytes));
        }
    }

    /** Notes a file that lies in quarantine, unless that is known. */
    public void adopt(ImageKey key, long size) {
        statements().list(ENTER, row -> row.getLong(1), List.of(key.value()), List.of(size));
    }

    public Page<QuarantinedFile> list(long after, int limit) {
        var rows = statements().list(LIST, ImageQuarantine::file, after, Page.fetchSize(limit));
        return Page.of(rows, limit, QuarantinedFile::id);
    }

    public QuarantinedFile require(long id) {
        return statements()
                .first(FIND, ImageQuarantine::file, id)
                .orElseThrow(() -> new QuarantinedFileNotFoundException(id));
    }

    /** Whether a row names the file by now. */
    public boolean isNamed(ImageKey key) {
        return statements().first(IS_NAMED, row -> row.getLong(1), key.value()).isPresent();
    }

    /** The file is where it was. */
    public void leave(ImageKey key) {
        statements().change(LEAVE, List.of(key.value()));
        statements().change(FOUND, key.value());
    }

    private static Set<String> values(List<ImageKey> keys) {
        var values = new LinkedHashSet<String>();
        keys.forEach(key -> values.add(key.value()));
        return values;
    }

    private static QuarantinedFile file(ResultSet row) throws SQLException {
        return new QuarantinedFile(
                row.getLong("id"),
                new ImageKey(row.getString("key")),
                row.getLong("size_bytes"),
                Objects.requireNonNull(Statements.time(row, "quarantined_at")));
    }

    private Statements statements() {
        return new Statements(database);
    }
}
