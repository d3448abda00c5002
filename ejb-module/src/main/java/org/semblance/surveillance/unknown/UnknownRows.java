package org.semblance.surveillance.unknown;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonId;
import org.semblance.identity.Scope;
import org.semblance.platform.Page;
import org.semblance.platform.Statements;
import org.semblance.storage.ImageKey;
import org.semblance.surveillance.CameraName;

/** Unknown faces and strangers as they are; faces of somebody deleted are not shown. */
@Stateless
@LocalBean
@PermitAll
public class UnknownRows {
    private static final String FACES = """
            SELECT face.id, face.gallery_id, gallery.name AS gallery, camera.name AS camera, unknown.stranger_id,
                   stranger.sightings, unknown.sighting, unknown.seen_at, face.quality, image.key, unknown.state,
                   face.person_id, unknown.decided_by, unknown.decided_at
              FROM semblance.unknown_face AS unknown JOIN semblance.face ON face.id = unknown.face_id
              JOIN semblance.gallery ON gallery.id = face.gallery_id
              JOIN semblance.camera ON camera.id = unknown.camera_id
              JOIN semblance.stranger ON stranger.id = unknown.stranger_id
              JOIN semblance.image ON image.id = face.crop_image_id
             WHERE NOT EXISTS (SELECT FROM semblance.person
                                WHERE person.id = face.person_id AND person.deleted_at IS NOT NULL)
            """;
    private static final String LIST = FACES + """
               AND (? OR face.gallery_id = ANY (?)) AND gallery.name = coalesce(CAST(? AS text), gallery.name)
               AND camera.name = coalesce(CAST(? AS text), camera.name)
               AND unknown.stranger_id = coalesce(CAST(? AS bigint), unknown.stranger_id)
               AND unknown.state = coalesce(CAST(? AS text), unknown.state) AND stranger.sightings >= ?
               AND unknown.seen_at >= coalesce(CAST(? AS timestamptz), '-infinity')
               AND unknown.seen_at < coalesce(CAST(? AS timestamptz), 'infinity')
               AND unknown.face_id < ?
             ORDER BY unknown.face_id DESC LIMIT ?
            """;
    private static final String STRANGERS = """
            SELECT stranger.*, gallery.name AS gallery,
                   (SELECT count(*) FROM semblance.unknown_face
                     WHERE stranger_id = stranger.id AND state = 'new') AS waiting,
                   best.face_id, best.key, best.quality
              FROM semblance.stranger JOIN semblance.gallery ON gallery.id = stranger.gallery_id
              LEFT JOIN LATERAL (
                   SELECT face.id AS face_id, face.quality, image.key
                     FROM semblance.unknown_face JOIN semblance.face ON face.id = unknown_face.face_id
                     JOIN semblance.image ON image.id = face.crop_image_id
                    WHERE unknown_face.stranger_id = stranger.id
                      AND NOT EXISTS (SELECT FROM semblance.person
                                       WHERE person.id = face.person_id AND person.deleted_at IS NOT NULL)
                    ORDER BY face.quality DESC, face.id LIMIT 1) AS best ON true
            """;
    private static final String LIST_STRANGERS = STRANGERS + """
             WHERE (? OR stranger.gallery_id = ANY (?)) AND gallery.name = coalesce(CAST(? AS text), gallery.name)
               AND stranger.state = coalesce(CAST(? AS text), stranger.state) AND stranger.sightings >= ?
               AND stranger.last_seen >= coalesce(CAST(? AS timestamptz), '-infinity') AND stranger.id < ?
             ORDER BY stranger.id DESC LIMIT ?
            """;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public UnknownRows() {}

    UnknownRows(DataSource database) {
        this.database = database;
    }

    public Page<UnknownFace> list(UnknownQuery query, Optional<GalleryName> gallery, Scope scope) {
        var camera = query.camera();
        var stranger = query.stranger();
        var state = query.state();
        List<UnknownFace> found = statements()
                .list(
                        LIST,
                        UnknownRows::face,
                        scope.everywhere(),
                        scope.galleries(),
                        gallery.map(GalleryName::value).orElse(null),
                        camera == null ? null : camera.value(),
                        stranger == null ? null : stranger.value(),
                        state == null ? null : state.code(),
                        least(query.recurringOnly()),
                        query.from(),
                        query.to(),
                        below(query.before()),
                        Page.fetchSize(query.limit()));
        return Page.of(found, query.limit(), face -> face.id().value());
    }

    /** Those that there are, in the order of ids. */
    public List<UnknownFace> find(Collection<FaceId> faces) {
        return statements()
                .list(
                        FACES + " AND face.id = ANY (?) ORDER BY face.id",
                        UnknownRows::face,
                        faces.stream().map(FaceId::value).toList());
    }

    /** The face of a sighting, whatever became of it. */
    public Optional<UnknownFace> find(UUID sighting) {
        return statements().first(FACES + " AND unknown.sighting = ?", UnknownRows::face, sighting);
    }

    public Page<Stranger> list(StrangerQuery query, Optional<GalleryName> gallery, Scope scope) {
        var state = query.state();
        List<Stranger> found = statements()
                .list(
                        LIST_STRANGERS,
                        UnknownRows::stranger,
                        scope.everywhere(),
                        scope.galleries(),
                        gallery.map(GalleryName::value).orElse(null),
                        state == null ? null : state.code(),
                        least(query.recurringOnly()),
                        query.from(),
                        below(query.before()),
                        Page.fetchSize(query.limit()));
        return Page.of(found, query.limit(), stranger -> stranger.id().value());
    }

    public Stranger require(StrangerId id) {
        return statements()
                .first(STRANGERS + " WHERE stranger.id = ?", UnknownRows::stranger, id.value())
                .orElseThrow(() -> new StrangerNotFoundException(id));
    }

    private Statements statements() {
        return new Statements(database);
    }

    private static int least(boolean recurringOnly) {
        return recurringOnly ? KeptFace.RECURRING : 1;
    }

    private static long below(long before) {
        return before == 0 ? Long.MAX_VALUE : before;
    }

    private static UnknownFace face(ResultSet row) throws SQLException {
        return new UnknownFace(
                new FaceId(row.getLong("id")),
                row.getLong("gallery_id"),
                new GalleryName(row.getString("gallery")),
                new CameraName(row.getString("camera")),
                new StrangerId(row.getLong("stranger_id")),
                row.getInt("sightings"),
                row.getObject("sighting", UUID.class),
                row.getTimestamp("seen_at").toInstant(),
                row.getDouble("quality"),
                new ImageKey(row.getString("key")),
                UnknownState.of(row.getString("state")),
                person(row),
                row.getString("decided_by"),
                Statements.time(row, "decided_at"),
                null);
    }

    private static Stranger stranger(ResultSet row) throws SQLException {
        String key = row.getString("key");
        return new Stranger(
                new StrangerId(row.getLong("id")),
                new GalleryName(row.getString("gallery")),
                row.getTimestamp("first_seen").toInstant(),
                row.getTimestamp("last_seen").toInstant(),
                row.getInt("sightings"),
                StrangerState.of(row.getString("state")),
                row.getLong("waiting"),
                person(row),
                key == null
                        ? null
                        : new Stranger.Best(
                                new FaceId(row.getLong("face_id")), new ImageKey(key), row.getDouble("quality")),
                row.getString("decided_by"),
                Statements.time(row, "decided_at"));
    }

    private static @Nullable PersonId person(ResultSet row) throws SQLException {
        @Nullable Long person = row.getObject("person_id", Long.class);
        return person == null ? null : new PersonId(person);
    }
}
