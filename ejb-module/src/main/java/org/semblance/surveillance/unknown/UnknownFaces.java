package org.semblance.surveillance.unknown;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.semblance.gallery.CropFaces;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.GalleryScopes;
import org.semblance.gallery.search.FaceComparison;
import org.semblance.platform.Statements;
import org.semblance.storage.ImageKey;

/**
 * Keeps one face of each sighting of somebody unknown, the best, and finds out whom it is another face of. Within the
 * transaction of whoever writes the sighting: last in it, for others who found a stranger in the gallery wait.
 */
@Stateless
@LocalBean
@PermitAll
public class UnknownFaces {
    /** Two who found a stranger at once go one after the other; the lock ends with the transaction. */
    private static final String FOUNDING =
            "SELECT CAST(pg_advisory_xact_lock(hashtextextended('strangers of gallery ' || ?, 0)) AS text)";

    /** As it is once everybody who is changing the face has done so. */
    private static final String OF_SIGHTING = """
            SELECT face.id, face.quality, face.image_id, face.person_id IS NULL AND unknown.state = 'new' AS is_waiting,
                   stranger.id AS stranger, stranger.sightings, stranger.state AS stranger_state
              FROM semblance.unknown_face AS unknown JOIN semblance.face ON face.id = unknown.face_id
              JOIN semblance.stranger ON stranger.id = unknown.stranger_id
             WHERE unknown.sighting = ? FOR NO KEY UPDATE OF face
            """;

    private static final String SHOWN = "UPDATE semblance.unknown_face SET seen_at = ? WHERE face_id = ?";
    private static final String SEEN_AGAIN = """
            UPDATE semblance.stranger SET last_seen = greatest(last_seen, ?), first_seen = least(first_seen, ?)
             WHERE id = ?
            """;
    private static final String STRANGERS = """
            SELECT face_id, stranger.id FROM semblance.unknown_face JOIN semblance.stranger ON stranger.id = stranger_id
             WHERE face_id = ANY (?) AND stranger.state <> 'known'
            """;
    private static final String JOIN = """
            UPDATE semblance.stranger
               SET sightings = sightings + 1, last_seen = greatest(last_seen, ?), first_seen = least(first_seen, ?)
             WHERE id = ? AND state <> 'known' RETURNING id, sightings, state
            """;
    private static final String FOUND = """
            INSERT INTO semblance.stranger (gallery_id, first_seen, last_seen) VALUES (?, ?, ?)
            RETURNING id, sightings, state
            """;
    private static final String FACES = "SELECT face_id FROM semblance.unknown_face WHERE stranger_id = ?";
    private static final String ADD = """
            INSERT INTO semblance.unknown_face
                   (face_id, camera_id, stranger_id, sighting, seen_at, state, decided_by, decided_at)
            SELECT ?, ?, id, ?, ?, CASE state WHEN 'dismissed' THEN 'dismissed' ELSE 'new' END, decided_by, decided_at
              FROM semblance.stranger WHERE id = ?
            """;

    /** Faces of nobody that photos brought may be among the nearest, and say nothing of strangers. */
    private static final int NEAREST = 50;

    private final GalleryScopes scopes;
    private final UnknownSettings settings;
    private final FaceComparison comparison;
    private final CropFaces crops;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected UnknownFaces() {
        this(null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public UnknownFaces(GalleryScopes scopes, UnknownSettings settings, FaceComparison comparison, CropFaces crops) {
        this.scopes = scopes;
        this.settings = settings;
        this.comparison = comparison;
        this.crops = crops;
    }

    UnknownFaces(
            DataSource database,
            GalleryScopes scopes,
            UnknownSettings settings,
            FaceComparison comparison,
            CropFaces crops) {
        this(scopes, settings, comparison, crops);
        this.database = database;
    }

    /** Keeps the picture if it is the first or the best of its sighting; told twice, it is kept once. */
    public KeptFace keep(StrangerSeen seen) {
        return shown(seen).orElseGet(() -> {
            statements().list(FOUNDING, row -> row.getString(1), Long.toString(seen.galleryId()));
            return shown(seen).orElseGet(() -> add(seen));
        });
    }

    /** The face of the sighting, if there is one, shown in the picture if that is better. */
    private Optional<KeptFace> shown(StrangerSeen seen) {
        return statements().first(OF_SIGHTING, Present::of, seen.sighting()).map(face -> {
            if (face.image() == seen.imageId()) {
                return face.kept(List.of());
            }
            statements()
                    .change(SEEN_AGAIN, seen.at(), seen.at(), face.stranger().id());
            if (!face.isWaiting()) {
                return face.kept(List.of()); // a picture of the sighting, no longer of somebody unknown
            }
            if ((float) seen.quality() <= face.quality()) {
                return face.kept(crops.drop(seen.imageId()));
            }
            statements().change(SHOWN, seen.at(), face.face());
            return face.kept(crops.show(new FaceId(face.face()), seen.face(), face.image()));
        });
    }

    private KeptFace add(StrangerSeen seen) {
        Found stranger = nearest(seen)
                .flatMap(id -> statements().first(JOIN, Found::of, seen.at(), seen.at(), id))
                .orElseGet(() -> statements()
                        .first(FOUND, Found::of, seen.galleryId(), seen.at(), seen.at())
                        .orElseThrow());
        List<FaceId> alike = statements().list(FACES, row -> new FaceId(row.getLong(1)), stranger.id());
        FaceId face = crops.keep(seen.face(), alike);
        statements().change(ADD, face.value(), seen.camera().value(), seen.sighting(), seen.at(), stranger.id());
        return stranger.kept(face, List.of());
    }

    /** Who has the most similar of the faces that are similar enough. */
    private Optional<Long> nearest(StrangerSeen seen) {
        var scope = scopes.find(seen.galleryId())
                .orElseThrow(() -> new IllegalStateException("Gallery " + seen.galleryId() + " of a camera is gone"));
        double least = scope.threshold() + settings.groupingAbove();
        List<Long> near = comparison.ofNobody(seen.galleryId(), seen.embedding(), NEAREST).stream()
                .filter(face -> face.similarity() >= least)
                .map(face -> face.face().value())
                .toList();
        Map<Long, Long> strangers = new HashMap<>();
        statements().list(STRANGERS, row -> strangers.put(row.getLong(1), row.getLong(2)), near);
        return near.stream().map(strangers::get).filter(Objects::nonNull).findFirst();
    }

    private Statements statements() {
        return new Statements(database);
    }

    private record Found(long id, int sightings, String state) {
        static Found of(ResultSet row) throws SQLException {
            return new Found(row.getLong("id"), row.getInt("sightings"), row.getString("state"));
        }

        KeptFace kept(FaceId face, List<ImageKey> unused) {
            boolean isDismissed = state.equals(StrangerState.DISMISSED.code());
            return new KeptFace(face, new StrangerId(id), sightings, isDismissed, unused);
        }
    }

    private record Present(long face, float quality, long image, boolean isWaiting, Found stranger) {
        static Present of(ResultSet row) throws SQLException {
            return new Present(
                    row.getLong("id"),
                    row.getFloat("quality"),
                    row.getLong("image_id"),
                    row.getBoolean("is_waiting"),
                    new Found(row.getLong("stranger"), row.getInt("sightings"), row.getString("stranger_state")));
        }

        KeptFace kept(List<ImageKey> unused) {
            return stranger.kept(new FaceId(face), unused);
        }
    }
}
