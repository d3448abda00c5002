package org.semblance.gallery.search;

import com.pgvector.PGhalfvec;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;
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
            INSERT INTO embedding (face_id, model_id, gallery_id, person_id, searchable, vector)
            SELECT face.id, model.id, face.gallery_id, face.person_id,
                   NOT EXISTS (SELECT 1 FROM person WHERE person.id = face.person_id AND deleted_at IS NOT NULL), ?
              FROM face CROSS JOIN model
             WHERE face.id = ? AND model.name = ?
            ON CONFLICT (gallery_id, face_id, model_id) DO NOTHING
            """;

    private static final String FIND = """
            SELECT vector::real[] FROM embedding WHERE face_id = ? AND model_id = (SELECT id FROM model WHERE name = ?)
            """;

    /** The embeddings that a query may look at: gallery, model, then the filter's four parameters. */
    private static final String LOOKED_AT = """
              FROM embedding
             WHERE gallery_id = ? AND model_id = (SELECT id FROM model WHERE name = ?) AND searchable
               AND (?::uuid IS NULL OR EXISTS (SELECT 1 FROM face WHERE face.id = face_id AND owner_id = ?::uuid))
               AND (NOT ? OR EXISTS (SELECT 1 FROM person WHERE person.id = person_id AND public_figure))
               AND (?::uuid IS NULL
                    OR NOT EXISTS (SELECT 1 FROM person WHERE person.id = person_id AND user_id = ?::uuid))
               AND (person_id = ANY (?)) IS NOT TRUE
            """;

    /** Ranks and limits inside; thresholds are the caller's business. Unit vectors: inner product is the cosine. */
    private static final String NEAREST_PERSONS = """
            SELECT nearest.person_id, face_id, similarity,
                   (SELECT count(*) FROM embedding
                     WHERE embedding.gallery_id = ? AND embedding.person_id = nearest.person_id AND searchable
                       AND model_id = (SELECT id FROM model WHERE name = ?)) AS faces
              FROM (SELECT DISTINCT ON (person_id) person_id, face_id, -distance AS similarity
                      FROM (SELECT person_id, face_id, vector <#> ? AS distance %s AND person_id IS NOT NULL) AS every
                     ORDER BY person_id, distance) AS nearest
             ORDER BY similarity DESC, nearest.person_id
             LIMIT ?
            """.formatted(LOOKED_AT);

    private static final String NEAREST_FACES = """
            SELECT face_id, person_id, -distance AS similarity
              FROM (SELECT face_id, person_id, vector <#> ? AS distance %s) AS every
             ORDER BY distance, face_id
             LIMIT ?
            """.formatted(LOOKED_AT);

    private static final String NEAREST_OF = """
            SELECT face_id, -(vector <#> ?) AS similarity
              FROM embedding
             WHERE person_id = ? AND model_id = (SELECT id FROM model WHERE name = ?) AND searchable
             ORDER BY similarity DESC
             LIMIT 1
            """;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public PgvectorEmbeddingStore() {}

    public PgvectorEmbeddingStore(DataSource database) {
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
    public Optional<Embedding> find(FaceId face, ModelId model) {
        try (var connection = database.getConnection();
                var find = connection.prepareStatement(FIND)) {
            find.setLong(1, face.value());
            find.setString(2, model.value());
            try (var row = find.executeQuery()) {
                return row.next() ? Optional.of(Embedding.of(model, values(row))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The embedding of face " + face + " could not be read", e);
        }
    }

    @Override
    public Nearest<Neighbour> nearestPersons(NearestQuery query) {
        try (var connection = database.getConnection();
                var nearest = connection.prepareStatement(NEAREST_PERSONS)) {
            nearest.setLong(1, query.galleryId());
            nearest.setString(2, query.probe().model().value());
            nearest.setObject(3, new PGhalfvec(query.probe().values()));
            nearest.setInt(set(nearest, 4, query), query.limit());
            List<Neighbour> found = new ArrayList<>();
            try (ResultSet rows = nearest.executeQuery()) {
                while (rows.next()) {
                    var person = new PersonId(rows.getLong("person_id"));
                    var face = new FaceId(rows.getLong("face_id"));
                    found.add(new Neighbour(person, face, rows.getDouble("similarity"), rows.getInt("faces")));
                }
            }
            return new Nearest<>(found, plan(query));
        } catch (SQLException e) {
            throw failed(query, e);
        }
    }

    @Override
    public Nearest<NearFace> nearestFaces(NearestQuery query) {
        try (var connection = database.getConnection();
                var nearest = connection.prepareStatement(NEAREST_FACES)) {
            nearest.setObject(1, new PGhalfvec(query.probe().values()));
            nearest.setInt(set(nearest, 2, query), query.limit());
            List<NearFace> found = new ArrayList<>();
            try (ResultSet rows = nearest.executeQuery()) {
                while (rows.next()) {
                    long person = rows.getLong("person_id");
                    @Nullable PersonId whose = rows.wasNull() ? null : new PersonId(person);
                    var face = new FaceId(rows.getLong("face_id"));
                    found.add(new NearFace(face, whose, rows.getDouble("similarity")));
                }
            }
            return new Nearest<>(found, plan(query));
        } catch (SQLException e) {
            throw failed(query, e);
        }
    }

    @Override
    public Optional<NearFace> nearestOf(PersonId person, Embedding probe) {
        try (var connection = database.getConnection();
                var nearest = connection.prepareStatement(NEAREST_OF)) {
            nearest.setObject(1, new PGhalfvec(probe.values()));
            nearest.setLong(2, person.value());
            nearest.setString(3, probe.model().value());
            try (ResultSet row = nearest.executeQuery()) {
                return row.next()
                        ? Optional.of(new NearFace(new FaceId(row.getLong(1)), person, row.getDouble(2)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The faces of person " + person + " could not be compared", e);
        }
    }

    /** Sets the parameters of {@link #LOOKED_AT} from the given one on; returns the number of the next. */
    private static int set(PreparedStatement statement, int first, NearestQuery query) throws SQLException {
        int next = first;
        Filter filter = query.filter();
        statement.setLong(next++, query.galleryId());
        statement.setString(next++, query.probe().model().value());
        statement.setObject(next++, filter.owner().orElse(null));
        statement.setObject(next++, filter.owner().orElse(null));
        statement.setBoolean(next++, filter.publicFigures());
        statement.setObject(next++, filter.notUser().orElse(null));
        statement.setObject(next++, filter.notUser().orElse(null));
        Object[] without = filter.without().stream().map(PersonId::value).toArray();
        statement.setArray(next++, statement.getConnection().createArrayOf("bigint", without));
        return next;
    }

    private static SearchPlan plan(NearestQuery query) {
        var method = query.filter().isNone() ? SearchPlan.Method.EXACT : SearchPlan.Method.FILTERED;
        return new SearchPlan(method, "every embedding that passes the filter is compared", 0);
    }

    private static float[] values(ResultSet row) throws SQLException {
        Float[] boxed = (Float[]) row.getArray(1).getArray();
        float[] values = new float[boxed.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = boxed[i];
        }
        return values;
    }

    private static IllegalStateException failed(NearestQuery query, SQLException e) {
        return new IllegalStateException("Gallery " + query.galleryId() + " could not be searched", e);
    }
}
