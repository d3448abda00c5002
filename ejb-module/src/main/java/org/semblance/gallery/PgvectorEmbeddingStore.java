package org.semblance.gallery;

import com.pgvector.PGhalfvec;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;

/** Embeddings in PostgreSQL as half-precision vectors, searched exactly within a gallery and model. */
@Stateless
@Local(EmbeddingStore.class)
@PermitAll
public class PgvectorEmbeddingStore implements EmbeddingStore {
    private static final String ADD_MODEL =
            "INSERT INTO model (name, dimension) VALUES (?, ?) ON CONFLICT (name) DO NOTHING";

    private static final String ADD = """
            INSERT INTO embedding (face_id, model_id, gallery_id, person_id, vector)
            SELECT face.id, model.id, face.gallery_id, face.person_id, ?
              FROM face CROSS JOIN model
             WHERE face.id = ? AND model.name = ?
            ON CONFLICT (face_id, model_id) DO NOTHING
            """;

    /** Ranks and limits inside; thresholds are the caller's business. Unit vectors: inner product is the cosine. */
    private static final String NEAREST = """
            WITH probe AS (SELECT id AS model_id FROM model WHERE name = ?),
                 nearest AS (
                    SELECT person_id, min(vector <#> ?) AS distance
                      FROM embedding
                     WHERE gallery_id = ? AND model_id = (SELECT model_id FROM probe) AND person_id IS NOT NULL
                     GROUP BY person_id
                     ORDER BY distance
                     LIMIT ?)
            SELECT nearest.person_id, -nearest.distance AS similarity, best.face_id
              FROM nearest
             CROSS JOIN LATERAL (
                    SELECT face_id
                      FROM embedding
                     WHERE person_id = nearest.person_id AND model_id = (SELECT model_id FROM probe)
                     ORDER BY vector <#> ?
                     LIMIT 1) best
             ORDER BY similarity DESC, nearest.person_id
            """;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public PgvectorEmbeddingStore() {}

    PgvectorEmbeddingStore(DataSource database) {
        this.database = database;
    }

    @Override
    public void add(FaceId face, Embedding embedding) {
        try (var connection = database.getConnection();
                var addModel = connection.prepareStatement(ADD_MODEL);
                var add = connection.prepareStatement(ADD)) {
            ModelId model = embedding.model();
            addModel.setString(1, model.value());
            addModel.setInt(2, embedding.dimension());
            addModel.executeUpdate();
            add.setObject(1, new PGhalfvec(embedding.values()));
            add.setLong(2, face.value());
            add.setString(3, model.value());
            add.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The embedding of face " + face + " could not be stored", e);
        }
    }

    @Override
    public List<Neighbour> nearestPersons(long galleryId, Embedding probe, int limit) {
        try (var connection = database.getConnection();
                var nearest = connection.prepareStatement(NEAREST)) {
            var vector = new PGhalfvec(probe.values());
            nearest.setString(1, probe.model().value());
            nearest.setObject(2, vector);
            nearest.setLong(3, galleryId);
            nearest.setInt(4, limit);
            nearest.setObject(5, vector);
            try (ResultSet rows = nearest.executeQuery()) {
                return neighbours(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The nearest persons in gallery " + galleryId + " could not be read", e);
        }
    }

    private static List<Neighbour> neighbours(ResultSet rows) throws SQLException {
        List<Neighbour> neighbours = new ArrayList<>();
        while (rows.next()) {
            var person = new PersonId(rows.getLong("person_id"));
            var face = new FaceId(rows.getLong("face_id"));
            neighbours.add(new Neighbour(person, face, rows.getDouble("similarity")));
        }
        return neighbours;
    }
}
