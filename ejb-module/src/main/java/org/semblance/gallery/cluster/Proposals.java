package org.semblance.gallery.cluster;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Page;
import org.semblance.storage.ImageKey;

/** Proposals as callers read them. */
@Stateless
@LocalBean
@PermitAll
public class Proposals {
    private static final String SELECT = """
            SELECT proposal.*, gallery.name AS gallery, person.name AS person_name,
                   (SELECT count(*) FROM semblance.cluster_face WHERE proposal_id = proposal.id) AS faces,
                   (SELECT image.key
                      FROM semblance.cluster_face JOIN semblance.face ON face.id = face_id
                      JOIN semblance.image ON image.id = crop_image_id
                     WHERE proposal_id = proposal.id
                     ORDER BY similarity DESC, face_id LIMIT 1) AS cover
              FROM semblance.cluster_proposal AS proposal
              JOIN semblance.gallery ON gallery.id = proposal.gallery_id
              LEFT JOIN semblance.person ON person.id = person_id
            """;
    private static final String FIND = SELECT + " WHERE proposal.id = ?";
    private static final String LIST = SELECT + """
             WHERE gallery.name = ? AND proposal.state = ? AND proposal.id > ?
             ORDER BY proposal.id
             LIMIT ?
            """;
    private static final String FACES = """
            SELECT face_id, similarity, face.quality, face.person_id IS NOT NULL AS assigned, image.key
              FROM semblance.cluster_face JOIN semblance.face ON face.id = face_id
              JOIN semblance.image ON image.id = crop_image_id
             WHERE proposal_id = ? AND face_id > ?
             ORDER BY face_id
             LIMIT ?
            """;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public Proposals() {}

    Proposals(DataSource database) {
        this.database = database;
    }

    public Proposal require(ProposalId id) {
        return query(FIND, Proposals::proposal, id.value()).stream()
                .findFirst()
                .orElseThrow(() -> new ProposalNotFoundException(id));
    }

    public Page<Proposal> list(GalleryName gallery, Proposal.State state, long after, int limit) {
        var rows = query(LIST, Proposals::proposal, gallery.value(), state.code(), after, Page.fetchSize(limit));
        return Page.of(rows, limit, proposal -> proposal.id().value());
    }

    /** The faces of a proposal in the order of their ids. */
    public Page<ProposedFace> faces(ProposalId id, long after, int limit) {
        var rows = query(FACES, Proposals::face, id.value(), after, Page.fetchSize(limit));
        return Page.of(rows, limit, face -> face.face().value());
    }

    private <T> List<T> query(String sql, Reader<T> reader, Object... values) {
        try (Connection connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            List<T> found = new ArrayList<>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The proposals could not be read", e);
        }
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        long person = row.getLong("person_id");
        @Nullable PersonId joined = row.wasNull() ? null : new PersonId(person);
        @Nullable Timestamp decided = row.getTimestamp("decided_at");
        return new Proposal(
                new ProposalId(row.getLong("id")),
                new ClusterRunId(row.getLong("run_id")),
                new GalleryName(row.getString("gallery")),
                joined,
                row.getString("person_name"),
                row.getDouble("confidence"),
                Proposal.State.of(row.getString("state")),
                row.getLong("faces"),
                Optional.ofNullable(row.getString("cover")).map(ImageKey::new).orElse(null),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("decided_by"),
                decided == null ? null : decided.toInstant());
    }

    private static ProposedFace face(ResultSet row) throws SQLException {
        return new ProposedFace(
                new FaceId(row.getLong("face_id")),
                row.getDouble("similarity"),
                row.getFloat("quality"),
                row.getBoolean("assigned"),
                new ImageKey(row.getString("key")));
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
