package org.semblance.surveillance;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Statements;

/**
 * Persons who may be recognised at this moment, with what doors go by. Whoever was deleted or withdrew their consent just
 * now is missing, although searches in memory may not know it yet.
 */
@Stateless
@LocalBean
@PermitAll
public class PersonFacts {
    private static final String LIVING = "merged_into IS NULL AND deleted_at IS NULL AND suspended_at IS NULL";

    /** Most persons are no users, so users are looked up one by one: a join would read all users for a few. */
    private static final String FACTS = """
            SELECT person.id, person.gallery_id, person.name, person.user_id,
                   coalesce(claimant.status = 'disabled', false) AS disabled, claimant.department,
                   CASE WHEN person.user_id IS NULL THEN CAST(ARRAY[] AS text[]) ELSE
                       ARRAY(SELECT DISTINCT role.name
                               FROM semblance.user_role JOIN semblance.role ON role.id = user_role.role_id
                              WHERE user_role.user_id = person.user_id
                                AND (user_role.gallery_id IS NULL OR user_role.gallery_id = person.gallery_id))
                   END AS roles%s
              LEFT JOIN LATERAL (
                   SELECT app_user.status, department.name AS department
                     FROM semblance.app_user LEFT JOIN semblance.department ON department.id = app_user.department_id
                    WHERE app_user.id = person.user_id LIMIT 1) AS claimant ON true
            """;

    private static final String FIND = """
            WITH RECURSIVE line AS (
                SELECT id AS asked, id, merged_into FROM semblance.person WHERE id = ANY (?)
                UNION ALL
                SELECT line.asked, person.id, person.merged_into
                  FROM line JOIN semblance.person ON person.id = line.merged_into),
            asked AS (SELECT asked AS id, id AS survivor FROM line WHERE merged_into IS NULL)
            """
            + FACTS.formatted(", asked.id AS asked FROM asked JOIN semblance.person ON person.id = asked.survivor")
            + " WHERE " + LIVING;

    /**
     * Of each gallery no more than the page holds, by its own index: with the gallery as an equation the database would
     * look for a small one's persons among all. Not joined with the persons once more, which would read all of them.
     */
    private static final String LIST = """
            WITH person AS (
                SELECT member.*
                  FROM unnest(?) AS wanted (gallery_id)
                 CROSS JOIN LATERAL (
                       SELECT id, gallery_id, name, user_id FROM semblance.person
                        WHERE (gallery_id, id) > (wanted.gallery_id, ?) AND gallery_id <= wanted.gallery_id AND %s
                        ORDER BY gallery_id, id LIMIT ?) AS member
                 ORDER BY member.id LIMIT ?)
            """.formatted(LIVING) + FACTS.formatted(" FROM person") + " ORDER BY person.id";

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public PersonFacts() {}

    /** Outside the container. */
    public PersonFacts(DataSource database) {
        this.database = database;
    }

    /** By the ids asked for; of somebody merged, the survivor. */
    public Map<PersonId, KnownPerson> find(Collection<PersonId> persons) {
        if (persons.isEmpty()) {
            return Map.of();
        }
        var ids = persons.stream().map(PersonId::value).distinct().toList();
        return new Statements(database)
                .list(FIND, row -> Map.entry(new PersonId(row.getLong("asked")), person(row)), ids).stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Those in some galleries, in the order of ids.
     *
     * @param galleries numbers of the galleries
     * @param after whom to continue after; 0 from the start
     */
    public List<KnownPerson> list(Collection<Long> galleries, PersonId after, int limit) {
        var wanted = galleries.stream().distinct().toList();
        return new Statements(database).list(LIST, PersonFacts::person, wanted, after.value(), limit, limit);
    }

    private static KnownPerson person(ResultSet row) throws SQLException {
        return new KnownPerson(
                new PersonId(row.getLong("id")),
                row.getLong("gallery_id"),
                row.getString("name"),
                row.getObject("user_id", UUID.class),
                row.getBoolean("disabled"),
                row.getString("department"),
                Set.of((String[]) row.getArray("roles").getArray()));
    }
}
