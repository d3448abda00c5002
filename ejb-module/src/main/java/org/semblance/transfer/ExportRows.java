package org.semblance.transfer;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.GalleryName;
import org.semblance.platform.Statements;
import org.semblance.storage.ImageKey;
import org.semblance.vision.Box;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Landmarks;

/** What a gallery has to carry away: nothing of persons who are deleted, and everybody under the id they go by now. */
@Stateless
@LocalBean
@PermitAll
public class ExportRows {
    private static final String COUNT = """
            SELECT count(*) FROM face JOIN person ON person.id = face.person_id
             WHERE face.gallery_id = (SELECT id FROM gallery WHERE name = ?) AND person.deleted_at IS NULL
            """;
    private static final String PERSONS = """
            SELECT person.id, person.name, external_id, metadata::text AS metadata, public_figure,
                   (SELECT coalesce(json_agg(json_build_object(
                               'purpose', purpose, 'state', state, 'text_version', text_version, 'locale', locale,
                               'channel', channel, 'evidence', evidence,
                               'evidence_sha256', encode(evidence_sha256, 'hex'), 'said_at', said_at) ORDER BY consent.id), '[]')::text
                      FROM consent
                     WHERE person_id = person.id
                        OR person_id IN (SELECT id FROM person AS alias WHERE alias.merged_into = person.id)) AS consents
              FROM person JOIN gallery ON gallery.id = person.gallery_id
             WHERE gallery.name = ? AND person.id > ? AND deleted_at IS NULL AND merged_into IS NULL
             ORDER BY person.id
             LIMIT ?
            """;
    private static final String FACES = """
            SELECT face.id, person_id, box_x, box_y, box_width, box_height, landmarks, confidence, quality,
                   image.key AS image, encode(image.sha256, 'hex') AS image_sha256, image.width, image.height,
                   crop.key AS crop, encode(crop.sha256, 'hex') AS crop_sha256
              FROM face
              JOIN image ON image.id = face.image_id
              JOIN image AS crop ON crop.id = face.crop_image_id
             WHERE person_id = ANY (?)
             ORDER BY person_id, face.id
            """;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    /** Somebody, with their consents as JSON. */
    record PersonRow(
            long id,
            @Nullable String name,
            @Nullable String externalId,
            String metadata,
            boolean publicFigure,
            String consents) {}

    /** A face of somebody, and where its pictures lie. */
    record FaceRow(FaceId id, long person, DetectedFace detected, double quality, Picture image, Picture crop) {}

    /** A picture by its content. */
    record Picture(ImageKey key, String sha256, int width, int height) {}

    @SuppressWarnings("NullAway") // resources are injected after construction
    public ExportRows() {}

    /** Outside the container. */
    public ExportRows(DataSource database) {
        this.database = database;
    }

    public long countFaces(GalleryName gallery) {
        return statements().first(COUNT, row -> row.getLong(1), gallery.value()).orElseThrow();
    }

    public List<PersonRow> persons(GalleryName gallery, long after, int limit) {
        return statements().list(PERSONS, ExportRows::person, gallery.value(), after, limit);
    }

    /** The faces of persons, in the order of these. */
    public List<FaceRow> faces(List<Long> persons) {
        return persons.isEmpty() ? List.of() : statements().list(FACES, ExportRows::face, persons);
    }

    private static PersonRow person(ResultSet row) throws SQLException {
        return new PersonRow(
                row.getLong("id"),
                row.getString("name"),
                row.getString("external_id"),
                row.getString("metadata"),
                row.getBoolean("public_figure"),
                row.getString("consents"));
    }

    private static FaceRow face(ResultSet row) throws SQLException {
        Float[] numbers = (Float[]) row.getArray("landmarks").getArray();
        float[] points = new float[numbers.length];
        for (int i = 0; i < points.length; i++) {
            points[i] = numbers[i];
        }
        var box = new Box(
                row.getFloat("box_x"), row.getFloat("box_y"), row.getFloat("box_width"), row.getFloat("box_height"));
        return new FaceRow(
                new FaceId(row.getLong("id")),
                row.getLong("person_id"),
                new DetectedFace(box, new Landmarks(points), row.getFloat("confidence")),
                row.getFloat("quality"),
                new Picture(
                        new ImageKey(row.getString("image")),
                        row.getString("image_sha256"),
                        row.getInt("width"),
                        row.getInt("height")),
                new Picture(new ImageKey(row.getString("crop")), row.getString("crop_sha256"), 0, 0));
    }

    private Statements statements() {
        return new Statements(database);
    }
}
