package org.semblance.surveillance.learning;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.gallery.CropFace;
import org.semblance.gallery.CropFaces;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.search.FaceComparison;
import org.semblance.gallery.search.FaceComparison.Near;
import org.semblance.platform.Page;
import org.semblance.platform.Statements;
import org.semblance.storage.ImageKey;
import org.semblance.storage.NewImage;
import org.semblance.surveillance.CameraName;

/** Learned faces with the reasons for them, kept together or not at all. */
@Stateless
@LocalBean
@PermitAll
public class LearnedFaces {
    private static final String LOCK = "SELECT id FROM semblance.person WHERE id = ? FOR UPDATE";
    private static final String STANDING = """
            SELECT person.merged_into IS NULL AND person.deleted_at IS NULL AND person.suspended_at IS NULL
                   AND NOT EXISTS (SELECT FROM semblance.legal_hold AS hold
                                    WHERE hold.person_id IN (SELECT semblance.ids_of_person(person.id))
                                      AND hold.released_at IS NULL AND (hold.until IS NULL OR hold.until > now()))
                   AS is_there,
                   (SELECT count(*) FROM semblance.face
                     WHERE face.person_id = person.id AND assigned_by = 'learned') AS learned,
                   (SELECT max(learned_at) FROM semblance.learned_face JOIN semblance.face ON face.id = face_id
                     WHERE face.person_id = person.id) AS last_learned,
                   EXISTS (SELECT FROM semblance.learned_face WHERE event = ?) AS is_known
              FROM semblance.person WHERE id = ?
            """;
    private static final String ADD = """
            INSERT INTO semblance.learned_face (face_id, camera_id, event, confidence, given, runner_up, threshold,
                                                quality, liveness, model, learned_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String LIST = """
            SELECT learned.*, camera.name AS camera, image.key
              FROM semblance.learned_face AS learned JOIN semblance.face ON face.id = learned.face_id
              JOIN semblance.camera ON camera.id = learned.camera_id
              JOIN semblance.image ON image.id = face.crop_image_id
             WHERE face.person_id = ? AND face.assigned_by = 'learned' AND face.id > ? ORDER BY face.id LIMIT ?
            """;

    private final FaceComparison comparison;
    private final CropFaces crops;
    private final LearningSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected LearnedFaces() {
        this(null, null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public LearnedFaces(
            FaceComparison comparison, CropFaces crops, LearningSettings settings, AuditLog audit, Clock clock) {
        this.comparison = comparison;
        this.crops = crops;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** What speaks against it, as far as rows tell. */
    public Optional<Reason> against(Candidate candidate) {
        Standing person = statements()
                .first(
                        STANDING,
                        Standing::of,
                        candidate.eventId(),
                        candidate.person().value())
                .orElse(Standing.GONE);
        if (!person.isThere()) {
            return Optional.of(Reason.PERSON_AWAY);
        }
        Instant last = person.lastLearned();
        if (person.isKnown() || (last != null && last.plus(settings.pause()).isAfter(clock.instant()))) {
            return Optional.of(Reason.TOO_SOON);
        }
        return person.learned() >= settings.maxFaces() ? Optional.of(Reason.ENOUGH) : againstLook(candidate);
    }

    /** Learned faces teach nothing: one wrong face would bring the next. */
    private Optional<Reason> againstLook(Candidate candidate) {
        var probe = candidate.face().embedding();
        long gallery = candidate.event().galleryId();
        List<Near> given = given(candidate);
        if (given.size() < candidate.minFaces() || given.get(0).similarity() < candidate.threshold()) {
            return Optional.of(Reason.NOT_GIVEN);
        }
        boolean isRejected = comparison
                .rejected(gallery, candidate.person(), probe)
                .filter(near -> near.similarity() >= candidate.verdict().threshold())
                .isPresent();
        return isRejected ? Optional.of(Reason.REJECTED) : Optional.empty();
    }

    private List<Near> given(Candidate candidate) {
        return comparison.given(
                candidate.event().galleryId(),
                candidate.person(),
                candidate.face().embedding(),
                Math.max(1, candidate.minFaces()));
    }

    /** Adds the face, whose crop is stored already, unless something speaks against it by now. */
    public Lesson learn(Candidate candidate, NewImage crop) {
        statements().list(LOCK, row -> row.getLong(1), candidate.person().value());
        Optional<Reason> against = against(candidate);
        if (against.isPresent()) {
            return Lesson.not(against.get());
        }
        var face = candidate.face();
        var added = new CropFace(
                candidate.event().galleryId(),
                face.detected(),
                face.quality().score(),
                face.embedding(),
                crops.addImage(crop));
        FaceId learned = crops.learn(candidate.person(), added);
        note(learned, candidate, given(candidate).get(0).similarity());
        audit.record(
                Actor.system(),
                AuditEvent.success("face.learned", "person", candidate.person())
                        .with("face", learned.value())
                        .with("camera", candidate.camera().value())
                        .with("event", candidate.eventId().toString()));
        return new Lesson(Reason.LEARNED, learned);
    }

    private void note(FaceId learned, Candidate candidate, double given) {
        var verdict = candidate.verdict();
        statements()
                .change(
                        ADD,
                        learned.value(),
                        candidate.camera().value(),
                        candidate.eventId(),
                        candidate.confidence(),
                        given,
                        verdict.runnerUp(),
                        Math.min(1, candidate.threshold()),
                        verdict.quality(),
                        verdict.liveness(),
                        verdict.model(),
                        clock.instant());
    }

    public Page<LearnedFace> list(PersonId person, long after, int limit) {
        List<LearnedFace> found =
                statements().list(LIST, LearnedFaces::face, person.value(), after, Page.fetchSize(limit));
        return Page.of(found, limit, face -> face.id().value());
    }

    private Statements statements() {
        return new Statements(database);
    }

    private static LearnedFace face(ResultSet row) throws SQLException {
        return new LearnedFace(
                new FaceId(row.getLong("face_id")),
                new CameraName(row.getString("camera")),
                row.getObject("event", UUID.class),
                row.getDouble("confidence"),
                row.getDouble("given"),
                number(row, "runner_up"),
                row.getDouble("threshold"),
                row.getDouble("quality"),
                number(row, "liveness"),
                row.getString("model"),
                row.getTimestamp("learned_at").toInstant(),
                new ImageKey(row.getString("key")));
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    private record Standing(
            boolean isThere, long learned, @Nullable Instant lastLearned, boolean isKnown) {
        static final Standing GONE = new Standing(false, 0, null, false);

        static Standing of(ResultSet row) throws SQLException {
            return new Standing(
                    row.getBoolean("is_there"),
                    row.getLong("learned"),
                    Statements.time(row, "last_learned"),
                    row.getBoolean("is_known"));
        }
    }
}
