package org.semblance.gallery;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.function.Function;
import javax.sql.DataSource;
import org.semblance.platform.Problem;

/** Where galleries, persons, faces and changes of persons are. */
@ApplicationScoped
public class GalleryFinders {
    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public GalleryFinders() {}

    public GalleryFinders(DataSource database) {
        this.database = database;
    }

    @Produces
    public GalleryFinder<GalleryName> ofGalleries() {
        return finder(
                GalleryName.class,
                "SELECT id FROM gallery WHERE name = ?",
                GalleryName::value,
                GalleryNotFoundException::new);
    }

    @Produces
    public GalleryFinder<PersonId> ofPersons() {
        return finder(
                PersonId.class,
                "SELECT gallery_id FROM person WHERE id = ?",
                PersonId::value,
                PersonNotFoundException::new);
    }

    @Produces
    public GalleryFinder<FaceId> ofFaces() {
        return finder(
                FaceId.class, "SELECT gallery_id FROM face WHERE id = ?", FaceId::value, FaceNotFoundException::new);
    }

    @Produces
    public GalleryFinder<PersonChangeId> ofChanges() {
        return finder(
                PersonChangeId.class,
                "SELECT gallery_id FROM person_change WHERE id = ?",
                PersonChangeId::value,
                PersonChangeNotFoundException::new);
    }

    /** By a statement that takes the id and gives the gallery's. */
    public <T> GalleryFinder<T> finder(
            Class<T> kind, String sql, Function<T, Object> value, Function<T, Problem> notFound) {
        return new BySql<>(database, kind, sql, value, notFound);
    }

    private record BySql<T>(
            DataSource database, Class<T> kind, String sql, Function<T, Object> value, Function<T, Problem> refusal)
            implements GalleryFinder<T> {

        @Override
        public OptionalLong find(T id) {
            try (var connection = database.getConnection();
                    var find = connection.prepareStatement(sql)) {
                find.setObject(1, value.apply(id));
                try (var row = find.executeQuery()) {
                    return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
                }
            } catch (SQLException e) {
                throw new IllegalStateException("The gallery of a " + kind.getSimpleName() + " cannot be found", e);
            }
        }

        @Override
        public Problem notFound(T id) {
            return refusal.apply(id);
        }
    }
}
