package org.semblance.surveillance.unknown;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
import org.semblance.surveillance.event.Conditions;

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
    private static final String LIST = FACES + " AND %s ORDER BY unknown.face_id DESC LIMIT ?";
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
    private static final String LIST_STRANGERS = STRANGERS + " WHERE %s ORDER BY stranger.id DESC LIMIT ?";

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
        var to = query.to();
        var wanted = new Conditions().within("face.gallery_id", scope);
        gallery.ifPresent(name -> wanted.and("gallery.name = ?", name.value()));
        if (camera != null) {
            wanted.and("camera.name = ?", camera.value());
        }
        if (stranger != null) {
            wanted.and("unknown.stranger_id = ?", stranger.value());
        }
        if (state != null) {
            wanted.and("unknown.state = ?", state.code());
        }
        if (to != null) {
            wanted.and("unknown.seen_at < ?", to);
        }
        narrow(wanted, query.recurringOnly(), "unknown.seen_at >= ?", query.from());
        before(wanted, "unknown.face_id < ?", query.before());
        List<UnknownFace> found = statements()
                .list(LIST.formatted(wanted.sql()), UnknownRows::face, wanted.values(Page.fetchSize(query.limit())));
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
        var wanted = new Conditions().within("stranger.gallery_id", scope);
        gallery.ifPresent(name -> wanted.and("gallery.name = ?", name.value()));
        if (state != null) {
            wanted.and("stranger.state = ?", state.code());
        }
        narrow(wanted, query.recurringOnly(), "stranger.last_seen >= ?", query.from());
        before(wanted, "stranger.id < ?", query.before());
        List<Stranger> found = statements()
                .list(
                        LIST_STRANGERS.formatted(wanted.sql()),
                        UnknownRows::stranger,
                        wanted.values(Page.fetchSize(query.limit())));
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

    private static void narrow(Conditions wanted, boolean recurringOnly, String since, @Nullable Instant from) {
        if (recurringOnly) {
            wanted.and("stranger.sightings >= ?", KeptFace.RECURRING);
        }
        if (from != null) {
            wanted.and(since, from);
        }
    }

    private static void before(Conditions wanted, String below, long id) {
        if (id > 0) {
            wanted.and(below, id);
        }
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
