package org.semblance.gallery;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.semblance.personaldata.PersonalSql;
import org.semblance.personaldata.Subject;
import org.semblance.platform.Statements;

/** Persons as those whom data is about: whoever answers for an id, deleted or not, and by what their rows are known. */
@Stateless
@LocalBean
@PermitAll
public class PersonSubjects {
    private static final String IDS = "SELECT semblance.ids_of_person(?)";
    private static final String LOCK =
            "SELECT id FROM semblance.person WHERE id = ? AND merged_into IS NULL FOR UPDATE";
    private static final String FACES = "SELECT id FROM semblance.face WHERE person_id = ANY (:persons)";
    private static final String FILES = """
            SELECT key FROM semblance.image
             WHERE id IN (SELECT image_id FROM semblance.face WHERE person_id = ANY (:persons)
                          UNION SELECT crop_image_id FROM semblance.face WHERE person_id = ANY (:persons))
            """;
    private static final String NAMES = "SELECT name, external_id FROM semblance.person WHERE id = ANY (:persons)";
    private static final String HIDE = """
            UPDATE semblance.person SET deleted_at = now(), version = version + 1
             WHERE id = ANY (:persons) AND merged_into IS NULL AND deleted_at IS NULL
            """;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public PersonSubjects() {}

    public PersonSubjects(DataSource database) {
        this.database = database;
    }

    /** The id that they go by now. */
    public PersonId require(PersonId person) {
        return find(person).orElseThrow(() -> new PersonNotFoundException(person));
    }

    public Optional<PersonId> find(PersonId person) {
        return ids(person).stream().findFirst().map(PersonId::new);
    }

    /** As {@link #require}; nobody merges, deletes, holds or erases them until the transaction ends. */
    public PersonId requireLocked(PersonId person) {
        PersonId found = require(person);
        boolean isLocked = new Statements(database)
                .first(LOCK, row -> row.getLong(1), found.value())
                .isPresent();
        return isLocked ? found : requireLocked(person);
    }

    public Subject subject(PersonId person) {
        var persons = Set.copyOf(ids(person));
        var known = new Subject(persons, Set.of(), Set.of(), Set.of());
        Set<String> names = new HashSet<>();
        new PersonalSql(NAMES)
                .list(database, row -> Stream.of(row.getString(1), row.getString(2)), known)
                .forEach(both -> both.filter(name -> name != null).forEach(names::add));
        return new Subject(
                persons,
                Set.copyOf(new PersonalSql(FACES).list(database, row -> row.getLong(1), known)),
                Set.copyOf(new PersonalSql(FILES).list(database, row -> row.getString(1), known)),
                names);
    }

    public long galleryOf(PersonId person) {
        return new Statements(database)
                .first("SELECT gallery_id FROM semblance.person WHERE id = ?", row -> row.getLong(1), person.value())
                .orElseThrow(() -> new PersonNotFoundException(person));
    }

    /** From now on no list and no search finds them. */
    public void hide(Subject subject) {
        new PersonalSql(HIDE).change(database, subject);
    }

    private List<Long> ids(PersonId person) {
        return new Statements(database).list(IDS, row -> row.getLong(1), person.value());
    }
}
