package org.semblance.surveillance.review;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import javax.sql.DataSource;
import org.semblance.gallery.SelfScoped;
import org.semblance.gallery.WithinGalleries;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.Scope;
import org.semblance.platform.Permissions;
import org.semblance.platform.Statements;

/** Counts what waits for people. */
@Stateless
@WithinGalleries
public class BacklogService {
    /** Who has that many before them does not care for more. */
    public static final int MOST = 1000;

    private static final String COUNT = """
            SELECT count(*)
              FROM (SELECT FROM semblance.unknown_face AS unknown
                     WHERE state = 'new'
                       AND (? OR EXISTS (SELECT FROM semblance.face
                                          WHERE face.id = unknown.face_id AND face.gallery_id = ANY (?)))
                     LIMIT ?) AS waiting
            """;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public BacklogService() {}

    BacklogService(DataSource database) {
        this.database = database;
    }

    /** Unknown faces that nobody has decided on, {@value #MOST} at most. */
    @RolesAllowed(Permissions.UNKNOWN_REVIEW)
    @SelfScoped("counts those in galleries that the caller may see")
    public long countWaiting() {
        Scope scope = CurrentUser.require().scope(Permissions.UNKNOWN_REVIEW);
        return new Statements(database)
                .first(COUNT, row -> row.getLong(1), scope.everywhere(), scope.galleries(), MOST)
                .orElseThrow();
    }
}
