package org.semblance.gallery;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.announcement.Announcements;
import org.semblance.gallery.GalleryAnnouncements.Happening;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.platform.Statements;
import org.semblance.storage.ImageKey;
import org.semblance.storage.NewImage;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.pixels.FaceAligner;

/** Faces of which only the crop is kept, as cameras bring them: of nobody yet, or learned for a person. */
@Stateless
@PermitAll
public class CropFaces {
    private static final String ADD_IMAGE = """
            INSERT INTO semblance.image (key, sha256, media_type, size_bytes, width, height, retention_class, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """;
    private static final String REMOVE_IMAGE = """
            DELETE FROM semblance.image
             WHERE id = ? AND NOT EXISTS (SELECT FROM semblance.face WHERE image_id = image.id)
               AND NOT EXISTS (SELECT FROM semblance.face WHERE crop_image_id = image.id)
            RETURNING key
            """;
    private static final String ADD = """
            INSERT INTO semblance.face (gallery_id, person_id, assigned_by, image_id, crop_image_id, box_x, box_y,
                                        box_width, box_height, landmarks, confidence, quality, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS real[]), ?, ?, ?) RETURNING id
            """;
    private static final String SHOW = """
            UPDATE semblance.face
               SET image_id = ?, crop_image_id = ?, box_x = ?, box_y = ?, box_width = ?, box_height = ?,
                   landmarks = CAST(? AS real[]), confidence = ?, quality = ?
             WHERE id = ?
            """;

    /** What was worked out from the picture before. */
    private static final List<String> FORGET = List.of(
            "DELETE FROM semblance.embedding WHERE face_id = ?",
            "DELETE FROM semblance.embedding_skip WHERE face_id = ?",
            "DELETE FROM semblance.face_neighbours WHERE face_id = ?");

    private static final String INHERIT = """
            INSERT INTO semblance.face_rejection (face_id, person_id, gallery_id, rejected_by, rejected_at)
            SELECT DISTINCT ON (person_id) CAST(? AS bigint), person_id, gallery_id, rejected_by, rejected_at
              FROM semblance.face_rejection WHERE face_id = ANY (?) ORDER BY person_id, rejected_at
            ON CONFLICT (face_id, person_id) DO NOTHING
            """;

    private final EmbeddingStore embeddings;
    private final Announcements announcements;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected CropFaces() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public CropFaces(EmbeddingStore embeddings, Announcements announcements, Clock clock) {
        this.embeddings = embeddings;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Outside the container. */
    public CropFaces(DataSource database, EmbeddingStore embeddings, Announcements announcements, Clock clock) {
        this(embeddings, announcements, clock);
        this.database = database;
    }

    /** Keeps a face of nobody; what was said of others that are of the same person holds for it. */
    public FaceId keep(CropFace face, Collection<FaceId> alike) {
        FaceId kept = add(face, null);
        statements()
                .change(INHERIT, kept.value(), alike.stream().map(FaceId::value).toList());
        announcements.announce(Happening.FACE_ADDED.in(face.galleryId()).with("face", kept.value()));
        return kept;
    }

    /** Shows a face in another picture; returns the image that nothing refers to now. */
    public List<ImageKey> show(FaceId face, CropFace better, long before) {
        DetectedFace placed = FaceAligner.placed(better.detected());
        statements()
                .change(
                        SHOW,
                        better.imageId(),
                        better.imageId(),
                        placed.box().x(),
                        placed.box().y(),
                        placed.box().width(),
                        placed.box().height(),
                        array(placed),
                        placed.confidence(),
                        better.quality(),
                        face.value());
        FORGET.forEach(sql -> statements().change(sql, face.value()));
        embeddings.add(face, better.embedding());
        return drop(before);
    }

    /** Removes the row of an image unless a face is shown by it. */
    public List<ImageKey> drop(long image) {
        return statements().list(REMOVE_IMAGE, CropFaces::key, image);
    }

    /** Gives a person, whom the caller has locked, another face because a camera was sure of them. */
    public FaceId learn(PersonId person, CropFace face) {
        FaceId learned = add(face, person);
        announcements.announce(Happening.FACE_ADDED
                .in(face.galleryId())
                .with("face", learned.value())
                .with("person", person.value()));
        return learned;
    }

    public long addImage(NewImage image) {
        return statements()
                .first(
                        ADD_IMAGE,
                        row -> row.getLong(1),
                        image.key().value(),
                        image.sha256(),
                        image.mediaType(),
                        image.bytes().length,
                        image.width(),
                        image.height(),
                        image.retention().code(),
                        clock.instant())
                .orElseThrow();
    }

    private FaceId add(CropFace face, @Nullable PersonId person) {
        DetectedFace placed = FaceAligner.placed(face.detected());
        AssignedBy by = person == null ? AssignedBy.PEOPLE : AssignedBy.LEARNED;
        long id = statements()
                .first(
                        ADD,
                        row -> row.getLong(1),
                        face.galleryId(),
                        person == null ? null : person.value(),
                        by.code(),
                        face.imageId(),
                        face.imageId(),
                        placed.box().x(),
                        placed.box().y(),
                        placed.box().width(),
                        placed.box().height(),
                        array(placed),
                        placed.confidence(),
                        face.quality(),
                        clock.instant())
                .orElseThrow();
        embeddings.add(new FaceId(id), face.embedding());
        return new FaceId(id);
    }

    private Statements statements() {
        return new Statements(database);
    }

    /** As PostgreSQL writes arrays. */
    private static String array(DetectedFace face) {
        var text = new StringBuilder("{");
        for (float coordinate : face.landmarks().coordinates()) {
            text.append(text.length() == 1 ? "" : ",").append(coordinate);
        }
        return text.append('}').toString();
    }

    private static ImageKey key(ResultSet row) throws SQLException {
        return new ImageKey(row.getString("key"));
    }
}
