package org.semblance.gallery.search;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;
import org.semblance.vision.Embedding;

/** Galleries, persons and faces as bare rows, thousands in a moment. */
public final class GalleryRows {
    private static final String IMAGE = """
            INSERT INTO image (key, sha256, media_type, size_bytes, width, height, retention_class)
            VALUES ('search/' || gen_random_uuid() || '.png', sha256(''), 'image/png', 1, 1, 1, 'enrolled')
            RETURNING id
            """;
    private static final String FACE = """
            INSERT INTO face (person_id, gallery_id, image_id, crop_image_id, box_x, box_y, box_width, box_height,
                              landmarks, confidence, quality)
            SELECT ?, ?, ?, ?, 0, 0, 1, 1, array_fill(0::real, ARRAY[10]), 1, 1 FROM generate_series(1, ?)
            RETURNING id
            """;

    private final DataSource database;
    private final long image;

    public GalleryRows(DataSource database) {
        this.database = database;
        this.image = one(IMAGE);
    }

    public long gallery() {
        return one(
                "INSERT INTO gallery (name, title) VALUES (replace(gen_random_uuid()::text, '-', ''), 'Test') RETURNING id");
    }

    public PersonId person(long gallery) {
        return new PersonId(one("INSERT INTO person (gallery_id) VALUES (?) RETURNING id", gallery));
    }

    public UUID user() {
        String id = UUID.randomUUID().toString();
        run(
                "INSERT INTO app_user (id, username, display_name, password_hash) VALUES (?::uuid, ?, ?, 'none')",
                id,
                id,
                id);
        return UUID.fromString(id);
    }

    public FaceId face(long gallery, @Nullable PersonId person) {
        return new FaceId(faces(gallery, person, 1).get(0));
    }

    /** So many faces of one person, or of nobody. */
    public List<Long> faces(long gallery, @Nullable PersonId person, int count) {
        @Nullable Long whose = person == null ? null : person.value();
        return all(FACE, whose, gallery, image, image, count);
    }

    /** Stores an embedding of each face in a few statements. */
    public void embed(List<Long> faces, List<Embedding> embeddings) {
        String sql = """
                INSERT INTO embedding (face_id, model_id, gallery_id, person_id, vector)
                SELECT face.id, model.id, gallery_id, person_id, ? FROM face, model WHERE face.id = ? AND model.name = ?
                """;
        run(
                "INSERT INTO model (name, dimension) VALUES (?, ?) ON CONFLICT DO NOTHING",
                embeddings.get(0).model().value(),
                embeddings.get(0).dimension());
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false);
            HalfVector.enable(connection);
            for (int i = 0; i < faces.size(); i++) {
                insert.setObject(1, new HalfVector(embeddings.get(i)));
                insert.setLong(2, faces.get(i));
                insert.setString(3, embeddings.get(i).model().value());
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void run(String sql, @Nullable Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public long one(String sql, @Nullable Object... parameters) {
        return all(sql, parameters).get(0);
    }

    private List<Long> all(String sql, @Nullable Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            List<Long> found = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
