package org.semblance.gallery;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.semblance.platform.IdPart;
import org.semblance.platform.Problem;
import org.semblance.platform.Statements;
import org.semblance.vision.EmbedderInfo;
import org.semblance.vision.ModelId;

/** The stored faces that a model has not embedded yet, for the job that catches up. */
@Stateless
@PermitAll
public class StaleFaces {
    private static final String KNOW =
            "INSERT INTO model (name, dimension) VALUES (?, ?) ON CONFLICT (name) DO NOTHING";

    /** Neither embedded by the model nor found impossible to embed. */
    private static final String STALE = """
             FROM face
            WHERE NOT EXISTS (SELECT 1 FROM embedding
                               WHERE embedding.face_id = face.id
                                 AND embedding.model_id = (SELECT id FROM model WHERE name = ?))
              AND NOT EXISTS (SELECT 1 FROM embedding_skip
                               WHERE embedding_skip.face_id = face.id
                                 AND embedding_skip.model_id = (SELECT id FROM model WHERE name = ?))
            """;

    private static final String PART = " AND face.id % ? = ?";

    private static final String PAGE = "SELECT face.id, (SELECT key FROM image WHERE id = face.crop_image_id)" + STALE
            + PART + " AND face.id > ? ORDER BY face.id LIMIT ?";

    private static final String SKIP = """
            INSERT INTO embedding_skip (face_id, model_id, reason_code)
            SELECT face.id, model.id, ? FROM face CROSS JOIN model WHERE face.id = ? AND model.name = ?
            ON CONFLICT (face_id, model_id) DO NOTHING
            """;
    private static final String SKIPPED =
            "SELECT count(*) FROM embedding_skip WHERE model_id = (SELECT id FROM model WHERE name = ?)";
    private static final String TRY_AGAIN =
            "DELETE FROM embedding_skip WHERE model_id = (SELECT id FROM model WHERE name = ?)";
    private static final String FORGET_EMBEDDINGS =
            "DELETE FROM embedding WHERE model_id = (SELECT id FROM model WHERE name = ?)";
    private static final String FORGET_MODEL = "DELETE FROM model WHERE name = ?";

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public StaleFaces() {}

    public StaleFaces(DataSource database) {
        this.database = database;
    }

    /** Notes that there is such a model. */
    public void know(EmbedderInfo embedder) {
        change(KNOW, statement -> {
            statement.setString(1, embedder.model().value());
            statement.setInt(2, embedder.dimension());
        });
    }

    public long count(ModelId model) {
        return number("SELECT count(*)" + STALE, model, 2);
    }

    public long count(ModelId model, IdPart part) {
        return new Statements(database)
                .number("SELECT count(*)" + STALE + PART, model.value(), model.value(), part.of(), part.number());
    }

    public boolean exist(ModelId model) {
        return number("SELECT EXISTS (SELECT 1" + STALE + ")::int", model, 2) > 0;
    }

    /** In the order of their ids. */
    public List<StaleFace> list(ModelId model, IdPart part, long after, int limit) {
        return new Statements(database)
                .list(
                        PAGE,
                        row -> new StaleFace(row.getLong(1), row.getString(2)),
                        model.value(),
                        model.value(),
                        part.of(),
                        part.number(),
                        after,
                        limit);
    }

    /** Notes that a face cannot be embedded. */
    public void skip(long face, ModelId model, Problem reason) {
        change(SKIP, statement -> {
            statement.setString(1, reason.code());
            statement.setLong(2, face);
            statement.setString(3, model.value());
        });
    }

    /** How many faces could not be embedded. */
    public long skipped(ModelId model) {
        return number(SKIPPED, model, 1);
    }

    /** Has the faces that could not be embedded tried again. */
    public void retrySkipped(ModelId model) {
        change(TRY_AGAIN, statement -> statement.setString(1, model.value()));
    }

    /** Removes every embedding of a model, and the model. */
    public void forget(ModelId model) {
        change(FORGET_EMBEDDINGS, statement -> statement.setString(1, model.value()));
        change(FORGET_MODEL, statement -> statement.setString(1, model.value()));
    }

    @FunctionalInterface
    private interface Values {
        void set(PreparedStatement statement) throws SQLException;
    }

    private void change(String sql, Values values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            values.set(statement);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private long number(String sql, ModelId model, int times) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 1; i <= times; i++) {
                statement.setString(i, model.value());
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The faces to embed again could not be read or noted", e);
    }
}
