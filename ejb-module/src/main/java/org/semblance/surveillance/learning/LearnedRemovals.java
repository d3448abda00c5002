package org.semblance.surveillance.learning;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonHeldException;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonRemovals;
import org.semblance.platform.Statements;
import org.semblance.storage.ImageKey;
import org.semblance.surveillance.CameraId;

/** Takes back what cameras have taught: the faces, their embeddings and pictures. */
@Stateless
@LocalBean
@PermitAll
public class LearnedRemovals {
    /** In the order of persons, as whoever changes several of them locks them. */
    private static final String WHICH = """
              FROM semblance.learned_face JOIN semblance.face ON face.id = face_id
              JOIN semblance.person ON person.id = face.person_id
             WHERE %s = ? AND face.assigned_by = 'learned' AND person.deleted_at IS NULL AND %s EXISTS (
                   SELECT FROM semblance.legal_hold AS hold
                    WHERE hold.person_id IN (SELECT semblance.ids_of_person(person.id))
                      AND hold.released_at IS NULL AND (hold.until IS NULL OR hold.until > now()))
            """;

    private static final String PERSON = "face.person_id";
    private static final String CAMERA = "learned_face.camera_id";

    private final PersonRemovals removals;
    private final AuditLog audit;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected LearnedRemovals() {
        this(null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public LearnedRemovals(PersonRemovals removals, AuditLog audit) {
        this.removals = removals;
        this.audit = audit;
    }

    /** Some of what was learned of a person; refuses to touch anybody under a legal hold. */
    public Forgotten forget(PersonId person, int limit, Actor actor) {
        if (held(PERSON, person.value()) > 0) {
            throw new PersonHeldException("Person " + person + " is");
        }
        Forgotten forgotten = forget(PERSON, person.value(), limit, actor);
        if (forgotten.faces() > 0) {
            audit.record(
                    actor,
                    AuditEvent.success("learned-faces.removed", "person", person)
                            .with("faces", forgotten.faces()));
        }
        return forgotten;
    }

    /** Some of what a camera has taught; persons under a legal hold keep theirs. */
    public Forgotten forget(CameraId camera, int limit, Actor actor) {
        Forgotten forgotten = forget(CAMERA, camera.value(), limit, actor);
        if (forgotten.faces() > 0) {
            audit.record(
                    actor,
                    AuditEvent.success("learned-faces.removed", "camera", camera)
                            .with("faces", forgotten.faces()));
        }
        return new Forgotten(forgotten.faces(), held(CAMERA, camera.value()), forgotten.files());
    }

    private Forgotten forget(String column, long value, int limit, Actor actor) {
        List<FaceId> faces = new Statements(database)
                .list(
                        "SELECT face.id" + WHICH.formatted(column, "NOT") + " ORDER BY face.person_id, face.id LIMIT ?",
                        row -> new FaceId(row.getLong(1)),
                        value,
                        limit);
        List<ImageKey> files = new ArrayList<>();
        faces.forEach(face -> files.addAll(removals.removeFace(face, actor)));
        return new Forgotten(faces.size(), 0, files);
    }

    private long held(String column, long value) {
        return new Statements(database)
                .first("SELECT count(*)" + WHICH.formatted(column, ""), row -> row.getLong(1), value)
                .orElse(0L);
    }
}
