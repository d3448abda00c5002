package org.semblance.storage;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Which files may lie in the image store without a row. An intent is committed before its file is written; the row, once
 * committed, takes the intent away; a row that goes leaves an intent to remove its file. Each in a transaction of its
 * own, so that it stands whatever becomes of the caller's.
 */
@Stateless
@LocalBean
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImageIntents {
    /** A file may be written again when its row has not come to pass. */
    private static final String ANNOUNCE = """
            INSERT INTO semblance.image_intent (key) SELECT unnest(?::text[])
                ON CONFLICT (key) DO UPDATE SET since = now(), removed_at = NULL
            """;

    /** Passes over what an open transaction holds: the caller's own, perhaps, which would wait for itself. */
    private static final String FORGET = """
            DELETE FROM semblance.image_intent
             WHERE key IN (SELECT key FROM semblance.image_intent WHERE key = ANY (?) FOR UPDATE SKIP LOCKED)
            """;

    private static final String ROWLESS = """
            DELETE FROM semblance.image_intent
             WHERE key IN (SELECT key FROM semblance.image_intent
                            WHERE key = ANY (?)
                              AND NOT EXISTS (SELECT FROM semblance.image WHERE image.key = image_intent.key)
                              FOR UPDATE SKIP LOCKED)
            RETURNING key
            """;
    private static final String DUE = """
            SELECT key FROM semblance.image_intent
             WHERE since < now() - make_interval(secs => ?) AND removed_at IS NULL
               AND NOT EXISTS (SELECT FROM semblance.image WHERE image.key = image_intent.key)
             ORDER BY since
             LIMIT ?
               FOR UPDATE SKIP LOCKED
            """;
    private static final String REMOVED =
            "UPDATE semblance.image_intent SET removed_at = now() WHERE key = ANY (?) AND removed_at IS NULL";
    private static final String FORGET_REMOVED =
            "DELETE FROM semblance.image_intent WHERE removed_at < now() - interval '1 day'";

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public ImageIntents() {}

    ImageIntents(DataSource database) {
        this.database = database;
    }

    /** Notes that files are about to be written. */
    public void announce(Collection<ImageKey> keys) {
        change(ANNOUNCE, keys);
    }

    /** The files are gone, so nothing is left to be done about them. */
    public void forget(Collection<ImageKey> keys) {
        change(FORGET, keys);
    }

    /** Removes the files that got no row, as far as that is certain. */
    public void takeBack(Collection<ImageKey> keys, Consumer<ImageKey> remover) {
        try (var connection = database.getConnection();
                var rowless = connection.prepareStatement(ROWLESS)) {
            rowless.setArray(1, array(connection, keys));
            try (var rows = rowless.executeQuery()) {
                while (rows.next()) {
                    remover.accept(new ImageKey(rows.getString(1)));
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Gives up intents that are older than the given age: removes the file and refuses a row that comes after all. Nodes
     * share the work, for each passes over what another holds.
     *
     * @return how many, at most the given number
     */
    public int giveUp(Duration age, int most, Consumer<ImageKey> remover) {
        try (var connection = database.getConnection();
                var due = connection.prepareStatement(DUE)) {
            due.setLong(1, age.toSeconds());
            due.setInt(2, most);
            List<ImageKey> keys = new ArrayList<>();
            try (var rows = due.executeQuery()) {
                while (rows.next()) {
                    keys.add(new ImageKey(rows.getString(1)));
                }
            }
            keys.forEach(remover);
            change(connection, REMOVED, keys);
            return keys.size();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Forgets what was given up so long ago that no transaction can still be about to add its row. */
    public void forgetRemoved() {
        try (var connection = database.getConnection();
                var forget = connection.prepareStatement(FORGET_REMOVED)) {
            forget.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void change(String sql, Collection<ImageKey> keys) {
        try (var connection = database.getConnection()) {
            change(connection, sql, keys);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void change(Connection connection, String sql, Collection<ImageKey> keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, array(connection, keys));
            statement.executeUpdate();
        }
    }

    private static Array array(Connection connection, Collection<ImageKey> keys) throws SQLException {
        return connection.createArrayOf(
                "text", keys.stream().map(ImageKey::value).toArray());
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The intents of the image store could not be read or changed", e);
    }
}
