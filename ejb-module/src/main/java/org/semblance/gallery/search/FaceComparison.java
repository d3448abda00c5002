package org.semblance.gallery.search;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.search.memory.Halves;
import org.semblance.platform.Statements;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;

/** Compares a probe exactly with a few chosen faces; sees whatever has been committed. */
@Stateless
@LocalBean
@PermitAll
public class FaceComparison {
    private static final String OF_NOBODY = """
            SELECT face_id, -(vector <#> ?) AS similarity FROM semblance.embedding
             WHERE gallery_id = ? AND model_id = (SELECT id FROM semblance.model WHERE name = ?)
               AND person_id IS NULL AND searchable
             ORDER BY similarity DESC, face_id LIMIT ?
            """;
    private static final String GIVEN = """
            SELECT embedding.face_id, -(vector <#> ?) AS similarity
              FROM semblance.embedding JOIN semblance.face ON face.id = embedding.face_id
             WHERE embedding.gallery_id = ? AND model_id = (SELECT id FROM semblance.model WHERE name = ?)
               AND embedding.person_id = ? AND face.assigned_by <> 'learned' AND searchable
             ORDER BY similarity DESC, embedding.face_id LIMIT ?
            """;
    private static final String REJECTED = """
            SELECT embedding.face_id, -(vector <#> ?) AS similarity
              FROM semblance.embedding JOIN semblance.face_rejection AS rejection ON rejection.face_id = embedding.face_id
             WHERE embedding.gallery_id = ? AND model_id = (SELECT id FROM semblance.model WHERE name = ?)
               AND rejection.person_id IN (SELECT semblance.ids_of_person(?))
             ORDER BY similarity DESC, embedding.face_id LIMIT ?
            """;
    private static final String EMBEDDINGS = """
            SELECT face_id, public.halfvec_send(vector) FROM semblance.embedding
             WHERE face_id = ANY (?) AND model_id = (SELECT id FROM semblance.model WHERE name = ?)
            """;

    private static final String REJECTED_PERSONS = """
            SELECT face_id, (SELECT id FROM semblance.ids_of_person(person_id) AS id LIMIT 1)
              FROM semblance.face_rejection WHERE face_id = ANY (?)
            """;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public FaceComparison() {}

    public FaceComparison(DataSource database) {
        this.database = database;
    }

    /** A face, and how similar the probe is to it. */
    public record Near(FaceId face, double similarity) {}

    /** The most similar first. */
    public List<Near> ofNobody(long galleryId, Embedding probe, int limit) {
        return compare(OF_NOBODY, galleryId, probe, null, limit);
    }

    /** Those of a person's faces that no camera has learned, the most similar first. */
    public List<Near> given(long galleryId, PersonId person, Embedding probe, int limit) {
        return compare(GIVEN, galleryId, probe, person, limit);
    }

    /** The face most similar to the probe of those that people said are not the person's. */
    public Optional<Near> rejected(long galleryId, PersonId person, Embedding probe) {
        return compare(REJECTED, galleryId, probe, person, 1).stream().findFirst();
    }

    /** What a model made of these faces, of those that it has embedded. */
    public Map<FaceId, Embedding> embeddings(Collection<FaceId> faces, ModelId model) {
        try (var connection = database.getConnection();
                var find = connection.prepareStatement(EMBEDDINGS)) {
            Object[] ids = faces.stream().map(FaceId::value).toArray();
            find.setArray(1, connection.createArrayOf("bigint", ids));
            find.setString(2, model.value());
            var found = new HashMap<FaceId, Embedding>();
            try (var rows = find.executeQuery()) {
                while (rows.next()) {
                    float[] values = Halves.values(Halves.read(rows.getBytes(2)));
                    found.put(new FaceId(rows.getLong(1)), Embedding.of(model, values));
                }
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Whom people said that these faces are not: who answers for them now. */
    public Map<FaceId, Set<PersonId>> rejectedPersons(Collection<FaceId> faces) {
        var rejected = new HashMap<FaceId, Set<PersonId>>();
        new Statements(database)
                .list(
                        REJECTED_PERSONS,
                        row -> rejected.computeIfAbsent(new FaceId(row.getLong(1)), face -> new HashSet<>())
                                .add(new PersonId(row.getLong(2))),
                        faces.stream().map(FaceId::value).toList());
        return rejected;
    }

    private List<Near> compare(String sql, long galleryId, Embedding probe, @Nullable PersonId person, int limit) {
        try (var connection = database.getConnection();
                var nearest = connection.prepareStatement(sql)) {
            HalfVector.enable(connection);
            nearest.setObject(1, new HalfVector(probe));
            nearest.setLong(2, galleryId);
            nearest.setString(3, probe.model().value());
            if (person != null) {
                nearest.setLong(4, person.value());
            }
            nearest.setInt(person == null ? 4 : 5, limit);
            return faces(nearest);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static List<Near> faces(PreparedStatement nearest) throws SQLException {
        try (var rows = nearest.executeQuery()) {
            List<Near> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new Near(new FaceId(rows.getLong(1)), rows.getDouble(2)));
            }
            return found;
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The faces could not be compared", e);
    }
}
