package org.semblance.gallery.cluster;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.announcement.Announcements;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.gallery.GalleryAnnouncements.Happening;
import org.semblance.gallery.PersonId;

/** What people decide about proposals: each is decided once, and all that follows is done in one transaction. */
@Stateless
@LocalBean
@PermitAll
public class ProposalDecisions {
    private static final String LOCK =
            "SELECT gallery_id, person_id, state FROM semblance.cluster_proposal WHERE id = ? FOR UPDATE";

    /** Whoever answers for a person that was merged; locked so that they are not merged or deleted meanwhile. */
    private static final String ANSWERS = """
            WITH RECURSIVE answers AS (
                SELECT id, merged_into FROM semblance.person WHERE id = ?
                UNION
                SELECT next.id, next.merged_into FROM semblance.person AS next JOIN answers ON next.id = answers.merged_into)
            SELECT id FROM semblance.person
             WHERE id = (SELECT id FROM answers WHERE merged_into IS NULL) AND merged_into IS NULL AND deleted_at IS NULL
               FOR UPDATE
            """;

    /** A face that somebody else is assigning is waited for, and then looked at again. */
    private static final String FREE_FACES = """
            SELECT face.id FROM semblance.face JOIN semblance.cluster_face ON face_id = face.id
             WHERE proposal_id = ? AND face.person_id IS NULL
               AND NOT EXISTS (SELECT FROM semblance.face_rejection AS rejection
                                WHERE rejection.face_id = face.id AND rejection.person_id = ?)
             ORDER BY face.id
               FOR UPDATE OF face
            """;

    private static final String FOUND = "INSERT INTO semblance.person (gallery_id, name) VALUES (?, ?) RETURNING id";
    private static final String NAME =
            "UPDATE semblance.person SET name = ?, version = version + 1 WHERE id = ? AND name IS NULL";
    private static final String ASSIGN =
            "UPDATE semblance.face SET person_id = ?, assigned_by = 'cluster' WHERE id = ANY (?) AND person_id IS NULL";
    private static final String DECIDE = """
            UPDATE semblance.cluster_proposal
               SET state = ?, person_id = ?, decided_by = ?, decided_at = now()
             WHERE id = ?
            """;

    private static final int FACES_AT_ONCE = 100;

    private final AuditLog audit;
    private final Announcements announcements;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ProposalDecisions() {
        this(null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public ProposalDecisions(AuditLog audit, Announcements announcements) {
        this.audit = audit;
        this.announcements = announcements;
    }

    ProposalDecisions(DataSource database, AuditLog audit, Announcements announcements) {
        this.database = database;
        this.audit = audit;
        this.announcements = announcements;
    }

    /**
     * Gives the faces to the person, or founds one. Faces that have found a person meanwhile, or of which people said
     * that they are not that person, are passed over.
     *
     * @param name for a person who has none; a name that people gave stays
     */
    public void accept(ProposalId id, @Nullable String name, String caller) {
        try (var connection = database.getConnection()) {
            Open proposal = lock(connection, id);
            @Nullable Long joined = proposal.person() == null ? null : answering(connection, id, proposal.person());
            List<Long> faces = ids(connection, FREE_FACES, id.value(), joined == null ? 0 : joined);
            if (faces.isEmpty()) {
                throw new ProposalOutdatedException(id, "all its faces have found persons");
            }
            long person = joined == null
                    ? ids(connection, FOUND, proposal.galleryId(), name).get(0)
                    : joined;
            if (joined != null && name != null) {
                change(connection, NAME, name, joined);
            }
            change(connection, ASSIGN, person, connection.createArrayOf("bigint", faces.toArray()));
            change(connection, DECIDE, "accepted", person, caller, id.value());
            audit.record(AuditEvent.success("cluster.accepted", "person", new PersonId(person))
                    .with("proposal", id.value())
                    .with("founded", joined == null)
                    .with("faces", faces.size()));
            announce(proposal, person, faces);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void announce(Open proposal, long person, List<Long> faces) {
        if (proposal.person() == null) {
            announcements.announce(
                    Happening.PERSON_ENROLLED.in(proposal.galleryId()).with("person", person));
        }
        for (int from = 0; from < faces.size(); from += FACES_AT_ONCE) {
            List<Long> some = faces.subList(from, Math.min(from + FACES_AT_ONCE, faces.size()));
            announcements.announce(Happening.FACE_MOVED
                    .in(proposal.galleryId())
                    .with("faces", some)
                    .with("to", person));
        }
    }

    /** The faces do not belong together, or not to that person: they are not proposed again. */
    public void discard(ProposalId id, String caller) {
        try (var connection = database.getConnection()) {
            Open proposal = lock(connection, id);
            change(connection, DECIDE, "discarded", proposal.person(), caller, id.value());
            audit.record(AuditEvent.success("cluster.discarded", "cluster-proposal", id));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static Open lock(Connection connection, ProposalId id) throws SQLException {
        try (var lock = prepare(connection, LOCK, id.value());
                var row = lock.executeQuery()) {
            if (!row.next()) {
                throw new ProposalNotFoundException(id);
            }
            var state = Proposal.State.of(row.getString("state"));
            if (state != Proposal.State.OPEN) {
                throw new ProposalDecidedException(id, state);
            }
            return new Open(row.getLong("gallery_id"), row.getObject("person_id", Long.class));
        }
    }

    private static long answering(Connection connection, ProposalId id, long person) throws SQLException {
        return ids(connection, ANSWERS, person).stream()
                .findFirst()
                .orElseThrow(() -> new ProposalOutdatedException(id, "its person is deleted"));
    }

    private static List<Long> ids(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var query = prepare(connection, sql, values);
                var rows = query.executeQuery()) {
            List<Long> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
            return ids;
        }
    }

    private static void change(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var change = prepare(connection, sql, values)) {
            change.executeUpdate();
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
        return new IllegalStateException("The decision about a proposal could not be kept", e);
    }

    private record Open(long galleryId, @Nullable Long person) {}
}
