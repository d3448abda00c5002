package org.semblance.gallery.cluster;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.search.NearFace;
import org.semblance.platform.IdPart;

/**
 * What unknown faces were found similar to. Each is compared once; again only when another model is used, when less
 * similarity is asked for than before, or when those that filled its list have found persons.
 */
@Stateless
@LocalBean
@PermitAll
public class FaceNeighbours {
    /** Of one face so many neighbours are kept. */
    static final int MOST = 32;

    private static final int FETCH = 2000;

    private static final String UNKNOWN = "SELECT id FROM semblance.face WHERE gallery_id = ? AND person_id IS NULL";
    private static final String COUNT = "SELECT count(*) FROM (" + UNKNOWN + " LIMIT ?) AS unknown";
    private static final String PENDING = UNKNOWN + """
               AND id > ? AND id % ? = ?
               AND NOT EXISTS (SELECT FROM semblance.face_neighbours AS known
                                WHERE known.face_id = face.id AND known.similarity <= ?
                                  AND known.model_id = (SELECT id FROM semblance.model WHERE name = ?)
                                  AND (cardinality(others) < ?
                                       OR NOT EXISTS (SELECT FROM semblance.face AS other
                                                       WHERE other.id = ANY (others) AND other.person_id IS NOT NULL)))
            """;
    private static final String LIST_PENDING = PENDING + " ORDER BY id LIMIT ?";
    private static final String COUNT_PENDING = "SELECT count(*) FROM (" + PENDING + ") AS pending";
    private static final String KEEP = """
            INSERT INTO semblance.face_neighbours (face_id, gallery_id, model_id, similarity, others, similarities)
            SELECT face.id, face.gallery_id, model.id, ?, ?, ?
              FROM semblance.face CROSS JOIN semblance.model
             WHERE face.id = ? AND model.name = ?
            ON CONFLICT (face_id) DO UPDATE
               SET model_id = excluded.model_id, similarity = excluded.similarity,
                   others = excluded.others, similarities = excluded.similarities
            """;
    private static final String GRAPH = """
            SELECT face_id, others, similarities
              FROM semblance.face_neighbours JOIN semblance.face ON face.id = face_id
             WHERE face.gallery_id = ? AND person_id IS NULL
               AND model_id = (SELECT id FROM semblance.model WHERE name = ?)
             ORDER BY face_id
            """;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public FaceNeighbours() {}

    FaceNeighbours(DataSource database) {
        this.database = database;
    }

    /** How many unknown faces there are; counts no further than the given number. */
    public long countUnknown(long galleryId, int most) {
        return count(COUNT, galleryId, most);
    }

    /** How many faces a run has to compare in a part. */
    public long countPending(ClusterRun run, IdPart part) {
        return count(COUNT_PENDING, pending(run, part, 0).toArray());
    }

    /** The next faces that a run has to compare in a part, in the order of their ids. */
    public List<FaceId> listPending(ClusterRun run, IdPart part, long after, int limit) {
        List<Object> values = pending(run, part, after);
        values.add(limit);
        return ids(LIST_PENDING, values.toArray()).mapToObj(FaceId::new).toList();
    }

    private static List<Object> pending(ClusterRun run, IdPart part, long after) {
        var rules = run.rules();
        return new ArrayList<>(List.of(
                run.galleryId(),
                after,
                part.of(),
                part.number(),
                rules.similarity(),
                rules.model().value(),
                MOST));
    }

    /** Keeps what one face was found similar to, in the place of what was found before. */
    public void keep(ClusterRun run, FaceId face, List<NearFace> near) {
        Object[] others = near.stream().map(other -> other.face().value()).toArray();
        Object[] similarities =
                near.stream().map(other -> (float) other.similarity()).toArray();
        try (var connection = database.getConnection();
                var keep = connection.prepareStatement(KEEP)) {
            keep.setDouble(1, run.rules().similarity());
            keep.setArray(2, connection.createArrayOf("bigint", others));
            keep.setArray(3, connection.createArrayOf("real", similarities));
            keep.setLong(4, face.value());
            keep.setString(5, run.rules().model().value());
            keep.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** All unknown faces of the run's gallery, with the pairs that are as similar as the run wants. */
    public NeighbourGraph graph(ClusterRun run) {
        var graph = new NeighbourGraph(
                ids(UNKNOWN + " ORDER BY id", run.galleryId()).toArray());
        try (var connection = database.getConnection();
                var query = prepare(
                        connection, GRAPH, run.galleryId(), run.rules().model().value())) {
            query.setFetchSize(FETCH);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    Long[] others = (Long[]) rows.getArray(2).getArray();
                    Float[] similarities = (Float[]) rows.getArray(3).getArray();
                    graph.add(
                            rows.getLong(1),
                            unboxed(others),
                            unboxed(similarities),
                            run.rules().similarity());
                }
            }
            return graph;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static long[] unboxed(Long[] values) {
        return Arrays.stream(values).mapToLong(Long::longValue).toArray();
    }

    private static float[] unboxed(Float[] values) {
        float[] unboxed = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            unboxed[i] = values[i];
        }
        return unboxed;
    }

    private long count(String sql, Object... values) {
        return ids(sql, values).findFirst().orElse(0);
    }

    private LongStream ids(String sql, Object... values) {
        try (var connection = database.getConnection();
                var query = prepare(connection, sql, values);
                var rows = query.executeQuery()) {
            List<Long> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
            return ids.stream().mapToLong(Long::longValue);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The neighbours of unknown faces could not be read or changed", e);
    }
}
