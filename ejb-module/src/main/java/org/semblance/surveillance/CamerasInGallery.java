package org.semblance.surveillance;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.semblance.gallery.GalleryUse;
import org.semblance.platform.Statements;

/** A gallery that cameras look into is not deleted. */
@ApplicationScoped
public class CamerasInGallery implements GalleryUse {
    private static final String NAMES =
            "SELECT name FROM semblance.camera WHERE gallery_id = ? AND removed_at IS NULL ORDER BY name LIMIT 5";

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public CamerasInGallery() {}

    @Override
    public Optional<String> of(long gallery) {
        List<String> names = new Statements(database).list(NAMES, row -> row.getString(1), gallery);
        return names.isEmpty() ? Optional.empty() : Optional.of("the cameras " + String.join(", ", names));
    }
}
