package org.semblance.gallery.cluster;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;

/** Proposals as clusterings make and change them; what people have decided they leave alone. */
@Stateless
@LocalBean
@PermitAll
public class ProposalStore {
    private static final String OPEN = """
            SELECT id, EXISTS (SELECT FROM semblance.person
                                WHERE person.gallery_id = proposal.gallery_id
                                  AND greatest(person.created_at, person.deleted_at) >= changed_at)
              FROM semblance.cluster_proposal AS proposal
             WHERE gallery_id = ? AND state = 'open'
            """;
    private static final String FACES = """
            SELECT proposal_id, face_id
              FROM semblance.cluster_face JOIN semblance.cluster_proposal AS proposal ON proposal.id = proposal_id
              JOIN semblance.face ON face.id = face_id
             WHERE proposal.gallery_id = ? AND state = ? AND face.person_id IS NULL
            """;
    private static final String REJECTIONS = """
            SELECT face_id, face_rejection.person_id
              FROM semblance.face_rejection JOIN semblance.face ON face.id = face_id
             WHERE face_rejection.gallery_id = ? AND face.person_id IS NULL
            """;
    private static final String ADD = """
            INSERT INTO semblance.cluster_proposal (run_id, gallery_id, person_id, confidence)
            VALUES (?, ?, ?, ?) RETURNING id
            """;
    private static final String CHANGE = """
            UPDATE semblance.cluster_proposal SET run_id = ?, person_id = ?, confidence = ?, changed_at = now()
             WHERE id = ? AND state = 'open'
            """;
    private static final String REMOVE_FACES = "DELETE FROM semblance.cluster_face WHERE proposal_id = ?";
    private static final String ADD_FACE = """
            INSERT INTO semblance.cluster_face (proposal_id, face_id, similarity)
            SELECT ?, id, ? FROM semblance.face WHERE id = ?
            """;
    private static final String SUPERSEDE =
            "UPDATE semblance.cluster_proposal SET state = 'superseded' WHERE id = ANY (?) AND state = 'open'";

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public ProposalStore() {}

    ProposalStore(DataSource database) {
        this.database = database;
    }

    /** What a new clustering of the gallery must respect. */
    public KnownProposals known(long galleryId) {
        var known = new KnownProposals();
        read(OPEN, row -> known.addOpen(new ProposalId(row.getLong(1)), row.getBoolean(2)), galleryId);
        read(FACES, row -> known.addOpenFace(new ProposalId(row.getLong(1)), row.getLong(2)), galleryId, "open");
        read(
                FACES,
                row -> known.addDiscardedFace(new ProposalId(row.getLong(1)), row.getLong(2)),
                galleryId,
                "discarded");
        read(
                REJECTIONS,
                row -> known.addRejection(new FaceId(row.getLong(1)), new PersonId(row.getLong(2))),
                galleryId);
        return known;
    }

    /** Proposes a cluster; goes on with an open proposal unless somebody has decided about it meanwhile. */
    public void save(ClusterRun run, Optional<ProposalId> before, Cluster cluster) {
        try (var connection = database.getConnection()) {
            @Nullable
            Long person = cluster.person() == null ? null : cluster.person().value();
            if (before.isEmpty()) {
                addFaces(connection, add(connection, run, person, cluster.confidence()), cluster);
            } else if (change(connection, run, before.get(), cluster)) {
                removeFaces(connection, before.get());
                addFaces(connection, before.get().value(), cluster);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static long add(Connection connection, ClusterRun run, @Nullable Long person, double confidence)
            throws SQLException {
        try (var add = prepare(connection, ADD, run.id().value(), run.galleryId(), person, confidence);
                var rows = add.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static boolean change(Connection connection, ClusterRun run, ProposalId proposal, Cluster cluster)
            throws SQLException {
        @Nullable
        Long person = cluster.person() == null ? null : cluster.person().value();
        try (var change =
                prepare(connection, CHANGE, run.id().value(), person, cluster.confidence(), proposal.value())) {
            return change.executeUpdate() > 0;
        }
    }

    private static void removeFaces(Connection connection, ProposalId proposal) throws SQLException {
        try (var remove = prepare(connection, REMOVE_FACES, proposal.value())) {
            remove.executeUpdate();
        }
    }

    /** Passes over faces that were deleted meanwhile. */
    private static void addFaces(Connection connection, long proposal, Cluster cluster) throws SQLException {
        try (var add = connection.prepareStatement(ADD_FACE)) {
            for (Cluster.Member member : cluster.members()) {
                add.setLong(1, proposal);
                add.setDouble(2, member.similarity());
                add.setLong(3, member.face().value());
                add.addBatch();
            }
            add.executeBatch();
        }
    }

    /** The latest clustering sees no cluster there. */
    public void supersede(List<ProposalId> proposals) {
        Object[] ids = proposals.stream().map(ProposalId::value).toArray();
        try (var connection = database.getConnection();
                var supersede = connection.prepareStatement(SUPERSEDE)) {
            supersede.setArray(1, connection.createArrayOf("bigint", ids));
            supersede.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void read(String sql, RowReader reader, Object... values) {
        try (var connection = database.getConnection();
                var query = prepare(connection, sql, values);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The proposals could not be read or changed", e);
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }
}
