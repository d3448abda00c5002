package org.semblance.gallery;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.Scope;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;
import org.semblance.platform.Statements;
import org.semblance.storage.ImageKey;

/** Finds persons by a few letters, in all galleries at once. */
@Stateless
@WithinGalleries
public class PersonLookupService {
    private static final int LONGEST_ID = 18;

    private static final String FOUND = "SELECT person.id, person.name, person.external_id, gallery.name AS gallery,"
            + " gallery.title, " + Covers.PICTURE + " AS picture"
            + " FROM semblance.person JOIN semblance.gallery ON gallery.id = person.gallery_id";

    /** Whoever is meant by number comes first, then whose name begins so, then those with such a word in their name. */
    private static final String FIND = FOUND + """
             WHERE (? OR person.gallery_id = ANY (?)) AND person.merged_into IS NULL AND person.deleted_at IS NULL
               AND (person.id = ? OR lower(person.name) LIKE ? OR lower(person.name) LIKE ?
                    OR lower(person.external_id) LIKE ?)
             ORDER BY person.id <> ?, lower(person.name) NOT LIKE ?, lower(person.name), person.id LIMIT ?
            """;

    private static final String OF_USER = FOUND + """
             WHERE person.user_id = ? AND (? OR person.gallery_id = ANY (?))
               AND person.merged_into IS NULL AND person.deleted_at IS NULL
             ORDER BY gallery.title, person.id LIMIT 200
            """;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public PersonLookupService() {}

    PersonLookupService(DataSource database) {
        this.database = database;
    }

    /**
     * Those who are there, the best first.
     *
     * @param text what a word of the name or the external id begins with, in any case, or the person's number
     */
    @RolesAllowed(Permissions.PERSON_READ)
    @SelfScoped("finds those in galleries that the caller may see")
    public List<PersonFound> find(String text, int limit) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        Scope scope = CurrentUser.require().scope(Permissions.PERSON_READ);
        String begins = wanted.replaceAll("([\\\\%_])", "\\\\$1") + '%';
        long id = number(wanted);
        return new Statements(database)
                .list(
                        FIND,
                        PersonLookupService::found,
                        scope.everywhere(),
                        scope.galleries(),
                        id,
                        begins,
                        "% " + begins,
                        begins,
                        id,
                        begins,
                        Page.fetchSize(limit) - 1);
    }

    /** Whom a user claims to be, in the galleries that the caller may see. */
    @RolesAllowed(Permissions.PERSON_READ)
    @SelfScoped("finds those in galleries that the caller may see")
    public List<PersonFound> claimedBy(UUID user) {
        Scope scope = CurrentUser.require().scope(Permissions.PERSON_READ);
        return new Statements(database)
                .list(OF_USER, PersonLookupService::found, user, scope.everywhere(), scope.galleries());
    }

    /** The number that somebody typed; 0, which nobody has, when it is none. */
    private static long number(String text) {
        boolean isNumber = text.length() <= LONGEST_ID && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Long.parseLong(text) : 0;
    }

    private static PersonFound found(ResultSet row) throws SQLException {
        String picture = row.getString("picture");
        return new PersonFound(
                new PersonId(row.getLong("id")),
                new GalleryName(row.getString("gallery")),
                row.getString("title"),
                row.getString("name"),
                row.getString("external_id"),
                picture == null ? null : new ImageKey(picture));
    }
}
