package org.semblance.storage;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The rows of images and of intents, as SQL sees them. */
record ImageTable(DataSource database) {

    void insert(NewImage... images) {
        for (NewImage image : images) {
            change(
                    "INSERT INTO image (key, sha256, media_type, size_bytes, width, height, retention_class)"
                            + " VALUES (?, ?, 'image/png', 9, 3, 3, 'enrolled')",
                    image.key().value(),
                    image.sha256());
        }
    }

    void delete(NewImage... images) {
        for (NewImage image : images) {
            change("DELETE FROM image WHERE key = ?", image.key().value());
        }
    }

    List<ImageKey> rows() {
        return keys("SELECT key FROM image ORDER BY key");
    }

    List<ImageKey> intents() {
        return keys("SELECT key FROM image_intent WHERE removed_at IS NULL ORDER BY key");
    }

    void clear() {
        change("DELETE FROM image");
        change("DELETE FROM image_intent");
    }

    private void change(String sql, Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<ImageKey> keys(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            List<ImageKey> keys = new ArrayList<>();
            while (rows.next()) {
                keys.add(new ImageKey(rows.getString(1)));
            }
            return keys;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
