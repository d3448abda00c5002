package org.semblance.gallery;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.semblance.personaldata.PersonalSql;
import org.semblance.personaldata.Subject;
import org.semblance.platform.Statements;
import org.semblance.storage.ImageKey;
import org.semblance.storage.NewImage;
import org.semblance.vision.Box;

/** Removes persons, their faces and the rows of their pictures for good, and what is remembered of them in changes. */
@Stateless
@LocalBean
@PermitAll
public class PersonErasure {
    private static final String PICTURES = """
            SELECT image.id, image.key, box_x, box_y, box_width, box_height,
                   person_id IS NOT NULL AND person_id = ANY (:persons) AS is_theirs
              FROM semblance.face JOIN semblance.image ON image.id = face.image_id
             WHERE image_id IN (SELECT image_id FROM semblance.face WHERE person_id = ANY (:persons))
             ORDER BY image.id, face.id
            """;
    private static final String LOCK = "SELECT id FROM semblance.image WHERE id = ? FOR UPDATE";
    private static final String ADD = """
            INSERT INTO semblance.image (key, sha256, media_type, size_bytes, width, height, retention_class, created_at)
            SELECT ?, ?, ?, ?, ?, ?, retention_class, created_at FROM semblance.image WHERE id = ? RETURNING id
            """;
    private static final String FOLLOW = """
            UPDATE semblance.face SET image_id = ?
             WHERE image_id = ? AND (person_id IS NULL OR person_id <> ALL (?))
            """;
    private static final String REMOVE_FACES = """
            WITH gone AS (DELETE FROM semblance.face
                           WHERE %s RETURNING id, image_id, crop_image_id),
                 images AS (SELECT image_id AS id FROM gone UNION SELECT crop_image_id FROM gone)
            DELETE FROM semblance.image
             WHERE id IN (SELECT id FROM images)
               AND NOT EXISTS (SELECT FROM semblance.face
                                WHERE image.id IN (face.image_id, face.crop_image_id)
                                  AND NOT EXISTS (SELECT FROM gone WHERE gone.id = face.id))
            RETURNING key
            """;
    private static final String OF_PICTURE = "image_id = ? AND person_id = ANY (?)";
    private static final String OF_SUBJECT = "person_id = ANY (:persons) OR id = ANY (:faces)";
    private static final String LOCK_PICTURES = """
            SELECT id FROM semblance.image
             WHERE id IN (SELECT image_id FROM semblance.face WHERE person_id = ANY (:persons)) ORDER BY id FOR UPDATE
            """;

    /** Faces that went through other hands are in what it takes to undo that. */
    private static final String FORGET_CHANGES = """
            UPDATE semblance.person_change
               SET faces = ARRAY(SELECT face FROM unnest(faces) AS face WHERE face <> ALL (:faces)),
                   before = jsonb_set(before, '{assigned_by}', (
                       SELECT coalesce(jsonb_object_agg(said, (
                                  SELECT coalesce(jsonb_agg(face), '[]') FROM jsonb_array_elements(ids) AS face
                                   WHERE face::bigint <> ALL (:faces))), '{}')
                         FROM jsonb_each(before -> 'assigned_by') AS by_whom (said, ids)))
             WHERE faces && :faces
            """;

    private static final String REMOVE_PERSONS = "DELETE FROM semblance.person WHERE id = ANY (:persons)";

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public PersonErasure() {}

    public PersonErasure(DataSource database) {
        this.database = database;
    }

    private record Place(long image, ImageKey key, Box box, boolean isTheirs) {}

    public List<SubjectPicture> pictures(Subject subject) {
        Map<Long, List<Place>> byImage = new LinkedHashMap<>();
        new PersonalSql(PICTURES)
                .list(database, PersonErasure::place, subject)
                .forEach(place -> byImage.computeIfAbsent(place.image(), image -> new ArrayList<>())
                        .add(place));
        return byImage.values().stream().map(PersonErasure::picture).toList();
    }

    /**
     * Gives the others a picture in which the subject is covered, and removes the subject's faces on it; none is given
     * when the file was gone before. Returns images to remove; the new one, if somebody else was quicker.
     */
    public List<ImageKey> cover(SubjectPicture picture, Optional<NewImage> covered, Subject subject) {
        var statements = new Statements(database);
        if (statements.first(LOCK, row -> row.getLong(1), picture.image()).isEmpty()) {
            return covered.map(NewImage::key).stream().toList();
        }
        covered.ifPresent(image -> {
            Long id = statements
                    .first(ADD, row -> row.getLong(1), values(image, picture))
                    .orElseThrow();
            statements.change(FOLLOW, id, picture.image(), subject.persons());
        });
        return statements.list(
                REMOVE_FACES.formatted(OF_PICTURE), PersonErasure::key, picture.image(), subject.persons());
    }

    /** Removes whatever is left of them; returns images to remove. */
    public List<ImageKey> removeRest(Subject subject) {
        new PersonalSql(LOCK_PICTURES).list(database, row -> row.getLong(1), subject);
        List<ImageKey> images =
                new PersonalSql(REMOVE_FACES.formatted(OF_SUBJECT)).list(database, PersonErasure::key, subject);
        new PersonalSql(FORGET_CHANGES).change(database, subject);
        new PersonalSql(REMOVE_PERSONS).change(database, subject);
        return images;
    }

    private static Object[] values(NewImage image, SubjectPicture old) {
        return new Object[] {
            image.key().value(),
            image.sha256(),
            image.mediaType(),
            image.bytes().length,
            image.width(),
            image.height(),
            old.image()
        };
    }

    private static ImageKey key(ResultSet row) throws SQLException {
        return new ImageKey(row.getString("key"));
    }

    private static Place place(ResultSet row) throws SQLException {
        var box = new Box(
                row.getFloat("box_x"), row.getFloat("box_y"), row.getFloat("box_width"), row.getFloat("box_height"));
        return new Place(row.getLong("id"), key(row), box, row.getBoolean("is_theirs"));
    }

    private static SubjectPicture picture(List<Place> places) {
        return new SubjectPicture(
                places.get(0).image(),
                places.get(0).key(),
                places.stream().filter(Place::isTheirs).map(Place::box).toList(),
                places.stream()
                        .filter(place -> !place.isTheirs())
                        .map(Place::box)
                        .toList());
    }
}
