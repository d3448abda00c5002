package org.semblance.lookalike;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.search.memory.Halves;
import org.semblance.platform.Statements;
import org.semblance.vision.ModelId;

/** The faces of the persons whom users have claimed, as far as they may be matched. */
@Stateless
@LocalBean
@PermitAll
public class UserFaces {
    /** Of whom a search finds nothing, nothing is compared either. */
    static final String COMPARED = """
              FROM semblance.person
              JOIN semblance.embedding ON embedding.gallery_id = person.gallery_id AND embedding.person_id = person.id
             WHERE person.merged_into IS NULL AND person.deleted_at IS NULL AND person.suspended_at IS NULL
               AND searchable AND model_id = (SELECT id FROM semblance.model WHERE name = ?)
            """;

    /** Embeddings never change: the same faces of the same model look the same. The value is how they are compared. */
    static final String FINGERPRINT =
            "md5(CAST(? AS text) || min(model_id) || ':' || string_agg(face_id::text, ',' ORDER BY face_id))::uuid";

    private static final String LOOKS = "SELECT look.user_id, state.fingerprint = look.fingerprint, state.changed,"
            + " look.mean FROM (SELECT person.user_id, " + FINGERPRINT + " AS fingerprint,"
            + " public.halfvec_send(public.avg(vector)) AS mean" + COMPARED
            + " AND person.user_id = ANY (CAST(? AS uuid[])) GROUP BY person.user_id) AS look"
            + " JOIN semblance.user_similarity_state AS state ON state.user_id = look.user_id ORDER BY look.user_id";
    private static final String COUNT = "SELECT count(DISTINCT person.user_id)" + COMPARED;
    private static final String PAGE = """
            SELECT user_id FROM semblance.user_similarity_state WHERE user_id > CAST(? AS uuid) ORDER BY user_id LIMIT ?
            """;
    private static final String GALLERIES = """
            SELECT DISTINCT gallery_id FROM semblance.person
             WHERE user_id IS NOT NULL AND merged_into IS NULL AND deleted_at IS NULL AND suspended_at IS NULL
             ORDER BY gallery_id
            """;
    private static final String CLAIMED =
            "SELECT id, user_id FROM semblance.person WHERE id = ANY (?) AND user_id IS NOT NULL";

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public UserFaces() {}

    public UserFaces(DataSource database) {
        this.database = database;
    }

    /** How many users have a face to compare. */
    public long count(ModelId model) {
        return new Statements(database)
                .first(COUNT, row -> row.getLong(1), model.value())
                .orElse(0L);
    }

    /** The first users behind one that a run is about, in the order of ids. */
    public List<UUID> page(UUID after, int limit) {
        return new Statements(database).list(PAGE, row -> row.getObject(1, UUID.class), after.toString(), limit);
    }

    /** What users look like, in the order of ids; those without a face to compare are left out. */
    public List<UserLook> looks(ModelId model, Way way, Collection<UUID> users) {
        return users.isEmpty()
                ? List.of()
                : new Statements(database)
                        .list(LOOKS, UserFaces::look, way.code(), model.value(), UserVectors.texts(users));
    }

    private static UserLook look(ResultSet row) throws SQLException {
        return new UserLook(
                row.getObject(1, UUID.class),
                row.getBoolean(2),
                row.getBoolean(3),
                Halves.values(Halves.read(row.getBytes(4))));
    }

    /** Where persons are whom users have claimed. */
    public List<Long> galleries() {
        return new Statements(database).list(GALLERIES, row -> row.getLong(1));
    }

    /** Which users have claimed the persons; unclaimed ones are left out. */
    public Map<PersonId, UUID> claimants(Collection<PersonId> persons) {
        return new Statements(database)
                        .list(
                                CLAIMED,
                                row -> Map.entry(new PersonId(row.getLong(1)), row.getObject(2, UUID.class)),
                                persons.stream().map(PersonId::value).toList())
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
