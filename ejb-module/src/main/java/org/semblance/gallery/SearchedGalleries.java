package org.semblance.gallery;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.semblance.platform.Statements;
import org.semblance.vision.FalseAcceptRate;

/** What a search must know of its gallery, by one plain query: it is asked before every search and must not cost more. */
@ApplicationScoped
public class SearchedGalleries {
    private static final String FIND = """
            SELECT id, kind, false_accept_rate, threshold, margin, min_quality, min_faces, unknown_faces, consent_required
              FROM semblance.gallery WHERE name = ?
            """;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public SearchedGalleries() {}

    /** A gallery as it is now. */
    record SearchedGallery(long id, GalleryRules rules) {}

    SearchedGallery require(GalleryName name) {
        return new Statements(database)
                .first(FIND, SearchedGalleries::read, name.value())
                .orElseThrow(() -> new GalleryNotFoundException(name));
    }

    private static SearchedGallery read(ResultSet row) throws SQLException {
        float threshold = row.getFloat(4);
        Double ownThreshold = row.wasNull() ? null : Gallery.exact(threshold);
        return new SearchedGallery(
                row.getLong(1),
                new GalleryRules(
                        GalleryKind.of(row.getString(2)),
                        FalseAcceptRate.of(row.getDouble(3)).orElseThrow(),
                        ownThreshold,
                        Gallery.exact(row.getFloat(5)),
                        Gallery.exact(row.getFloat(6)),
                        row.getInt(7),
                        GalleryKind.UnknownFaces.of(row.getString(8)),
                        row.getBoolean(9)));
    }
}
