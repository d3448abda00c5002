package org.semblance.gallery.search;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Typed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.search.SearchPlan.Method;
import org.semblance.gallery.search.memory.Halves;
import org.semblance.gallery.search.memory.Standing;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;

/** Embeddings in PostgreSQL as half-precision vectors: the truth, which can answer every search by itself. */
@Stateless
@LocalBean
@Typed(PgvectorEmbeddingStore.class)
@PermitAll
public class PgvectorEmbeddingStore implements EmbeddingStore {
    private static final String ADD_MODEL =
            "INSERT INTO model (name, dimension) VALUES (?, ?) ON CONFLICT (name) DO NOTHING";

    private static final String ADD = """
            INSERT INTO embedding (face_id, model_id, gallery_id, person_id, vector)
            SELECT face.id, model.id, face.gallery_id, face.person_id, ?
              FROM face CROSS JOIN model
             WHERE face.id = ? AND model.name = ?
            ON CONFLICT (gallery_id, face_id, model_id) DO NOTHING
            """;

    private static final String FIND = """
            SELECT public.halfvec_send(vector) FROM embedding
             WHERE face_id = ? AND model_id = (SELECT id FROM model WHERE name = ?)
            """;

    private static final String NEAREST_OF = """
            SELECT face_id, -(vector <#> ?) AS similarity
              FROM embedding
             WHERE person_id = ? AND model_id = (SELECT id FROM model WHERE name = ?) AND searchable
             ORDER BY similarity DESC
             LIMIT 1
            """;

    /** How many neighbours a graph keeps in view while it looks. */
    private static final int BREADTH = 200;

    private static final int LEAST_DEPTH = 64;
    private static final int DEEPER = 16;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public PgvectorEmbeddingStore() {}

    public PgvectorEmbeddingStore(DataSource database) {
        this.database = database;
    }

    @Override
    public void add(FaceId face, Embedding embedding) {
        add(Map.of(face, embedding));
    }

    @Override
    public void add(Map<FaceId, Embedding> all) {
        insert(all);
    }

    /** Says in which galleries they were stored; not in that of one that was there before, or whose face is not. */
    public Set<Long> insert(Map<FaceId, Embedding> all) {
        try (var connection = database.getConnection();
                var addModel = connection.prepareStatement(ADD_MODEL);
                var add = connection.prepareStatement(ADD, new String[] {"gallery_id"})) {
            HalfVector.enable(connection);
            Set<ModelId> models = new HashSet<>();
            for (var one : all.entrySet()) {
                Embedding embedding = one.getValue();
                ModelId model = embedding.model();
                if (models.add(model)) {
                    addModel.setString(1, model.value());
                    addModel.setInt(2, embedding.dimension());
                    addModel.executeUpdate();
                }
                add.setObject(1, new HalfVector(embedding));
                add.setLong(2, one.getKey().value());
                add.setString(3, model.value());
                add.addBatch();
            }
            add.executeBatch();
            Set<Long> galleries = new HashSet<>();
            try (var rows = add.getGeneratedKeys()) {
                while (rows.next()) {
                    galleries.add(rows.getLong(1));
                }
            }
            return galleries;
        } catch (SQLException e) {
            throw new IllegalStateException("The embeddings of faces " + all.keySet() + " could not be stored", e);
        }
    }

    @Override
    public Optional<Embedding> find(FaceId face, ModelId model) {
        try (var connection = database.getConnection();
                var find = connection.prepareStatement(FIND)) {
            find.setLong(1, face.value());
            find.setString(2, model.value());
            try (var row = find.executeQuery()) {
                return row.next()
                        ? Optional.of(Embedding.of(model, Halves.values(Halves.read(row.getBytes(1)))))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The embedding of face " + face + " could not be read", e);
        }
    }

    @Override
    public Optional<NearFace> nearestOf(PersonId person, Embedding probe) {
        try (var connection = database.getConnection();
                var nearest = connection.prepareStatement(NEAREST_OF)) {
            HalfVector.enable(connection);
            nearest.setObject(1, new HalfVector(probe));
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

    @Override
    public Nearest<Neighbour> nearestPersons(NearestQuery query) {
        GalleryFacts facts = new GalleryCounts(database).count(query.scope());
        return nearestPersons(query, facts, SearchPlanner.plan(query, facts, Standing.OFF, false));
    }

    @Override
    public Nearest<NearFace> nearestFaces(NearestQuery query) {
        GalleryFacts facts = new GalleryCounts(database).count(query.scope());
        return nearestFaces(query, facts, SearchPlanner.plan(query, facts, Standing.OFF, false));
    }

    /** By the given way; {@link BrokenGraphException} when that is a graph that cannot be read. */
    public Nearest<Neighbour> nearestPersons(NearestQuery query, GalleryFacts facts, SearchPlan plan) {
        try (var connection = database.getConnection()) {
            prepare(connection, plan.method());
            int depth = depth(query, plan);
            while (true) {
                List<Neighbour> found = new ArrayList<>();
                long lookedAt = 0;
                try (var statement = new SearchSql(query, facts).persons(connection, plan.method(), depth);
                        var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(neighbour(rows));
                        lookedAt = rows.getLong("looked_at");
                    }
                }
                // Fewer persons than wanted are the truth only when no more faces were to be looked at.
                if (found.size() >= query.limit() || lookedAt < depth) {
                    return new Nearest<>(found, plan.method() == Method.BITS ? plan.compared(depth) : plan);
                }
                if (plan.method() == Method.GRAPH) {
                    return nearestPersons(query, facts, plan.instead(Method.EXACT, "the graph saw too few persons"));
                }
                depth *= DEEPER;
            }
        } catch (SQLException e) {
            throw failed(query, plan, e);
        }
    }

    /** By the given way; {@link BrokenGraphException} when that is a graph that cannot be read. */
    public Nearest<NearFace> nearestFaces(NearestQuery query, GalleryFacts facts, SearchPlan plan) {
        try (var connection = database.getConnection()) {
            prepare(connection, plan.method());
            int depth = plan.method() == Method.BITS ? depth(query, plan) : query.limit();
            try (var statement = new SearchSql(query, facts).faces(connection, plan.method(), depth)) {
                List<NearFace> found = nearFaces(statement.executeQuery());
                return new Nearest<>(found.subList(0, Math.min(found.size(), query.limit())), plan);
            }
        } catch (SQLException e) {
            throw failed(query, plan, e);
        }
    }

    /** Those of these faces that pass the filter, compared exactly, the most similar first. */
    public List<NearFace> compare(NearestQuery query, GalleryFacts facts, long[] faces) {
        try (var connection = database.getConnection();
                var statement = new SearchSql(query, facts).faces(connection, faces)) {
            return nearFaces(statement.executeQuery());
        } catch (SQLException e) {
            throw failed(query, e);
        }
    }

    private static int depth(NearestQuery query, SearchPlan plan) {
        return switch (plan.method()) {
            case BITS -> plan.candidates();
            case GRAPH -> BREADTH;
            default -> Math.max(LEAST_DEPTH, DEEPER * query.limit());
        };
    }

    private static void prepare(Connection connection, Method method) throws SQLException {
        if (method == Method.GRAPH) {
            try (var setting = connection.createStatement()) {
                setting.execute("SET hnsw.ef_search = " + BREADTH);
            }
        }
    }

    private static Neighbour neighbour(ResultSet rows) throws SQLException {
        var person = new PersonId(rows.getLong("person_id"));
        var face = new FaceId(rows.getLong("face_id"));
        return new Neighbour(person, face, rows.getDouble("similarity"), rows.getInt("faces"));
    }

    private static List<NearFace> nearFaces(ResultSet rows) throws SQLException {
        List<NearFace> found = new ArrayList<>();
        try (rows) {
            while (rows.next()) {
                long person = rows.getLong("person_id");
                @Nullable PersonId whose = rows.wasNull() ? null : new PersonId(person);
                found.add(new NearFace(new FaceId(rows.getLong("face_id")), whose, rows.getDouble("similarity")));
            }
        }
        return found;
    }

    private static RuntimeException failed(NearestQuery query, SearchPlan plan, SQLException e) {
        return plan.method() == Method.GRAPH && BrokenGraphException.isLikely(e)
                ? new BrokenGraphException(query.galleryId(), e)
                : failed(query, e);
    }

    private static IllegalStateException failed(NearestQuery query, SQLException e) {
        return new IllegalStateException("Gallery " + query.galleryId() + " could not be searched", e);
    }
}
