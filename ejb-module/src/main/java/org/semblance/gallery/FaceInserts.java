package org.semblance.gallery;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.semblance.platform.Json;
import org.semblance.storage.NewImage;
import org.semblance.vision.Box;
import org.semblance.vision.DetectedFace;

/** Adds faces that people or their lists name, and the rows of their images: two statements, however many they are. */
final class FaceInserts {
    private static final String IMAGES = """
            INSERT INTO semblance.image
                   (key, sha256, media_type, size_bytes, width, height, retention_class, created_at)
            SELECT key, decode(sha256, 'hex'), media_type, size_bytes, width, height, retention_class, ?1
              FROM jsonb_to_recordset(CAST(?2 AS jsonb)) AS given (
                   key text, sha256 text, media_type text, size_bytes bigint, width integer, height integer,
                   retention_class text)
            RETURNING id, key
            """;

    private static final String FACES = """
            INSERT INTO semblance.face
                   (gallery_id, person_id, assigned_by, owner_id, image_id, crop_image_id,
                    box_x, box_y, box_width, box_height, landmarks, confidence, quality, created_at)
            SELECT gallery, person, ?1, CAST(?2 AS uuid), image, crop,
                   box_x, box_y, box_width, box_height, landmarks, confidence, quality, ?3
              FROM jsonb_to_recordset(CAST(?4 AS jsonb)) AS given (
                   gallery bigint, person bigint, image bigint, crop bigint,
                   box_x real, box_y real, box_width real, box_height real, landmarks real[], confidence real,
                   quality real)
            RETURNING id, crop_image_id
            """;

    private final EntityManager entities;
    private final Instant now;

    FaceInserts(EntityManager entities, Instant now) {
        this.entities = entities;
        this.now = now;
    }

    /** The faces as they are stored, in the given order; each person must be kept until the transaction ends. */
    List<FaceSummary> add(List<NewFace> faces, Map<PersonId, Person> persons, Optional<UUID> owner) {
        Map<String, Long> images = images(faces);
        JsonArrayBuilder rows = Json.createArrayBuilder();
        for (NewFace face : faces) {
            rows.add(row(face, known(persons, face.person()))
                    .add("image", known(images, face.original().key().value()))
                    .add("crop", known(images, face.crop().key().value())));
        }
        Map<Long, FaceId> ids = new HashMap<>();
        for (Object row : entities.createNativeQuery(FACES)
                .setParameter(1, AssignedBy.PEOPLE.code())
                .setParameter(2, owner.map(UUID::toString).orElse(null))
                .setParameter(3, Timestamp.from(now))
                .setParameter(4, rows.build().toString())
                .getResultList()) {
            Object[] columns = (Object[]) row;
            ids.put(number(columns[1]), new FaceId(number(columns[0])));
        }
        List<FaceSummary> added = new ArrayList<>();
        for (NewFace face : faces) {
            FaceId id = known(ids, known(images, face.crop().key().value()));
            added.add(summary(id, face, known(persons, face.person()).id()));
        }
        return added;
    }

    /** Their ids by their keys. */
    private Map<String, Long> images(List<NewFace> faces) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        faces.stream()
                .flatMap(face -> Stream.of(face.original(), face.crop()))
                .map(FaceInserts::row)
                .forEach(rows::add);
        Map<String, Long> ids = new HashMap<>();
        for (Object row : entities.createNativeQuery(IMAGES)
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, rows.build().toString())
                .getResultList()) {
            Object[] columns = (Object[]) row;
            ids.put(columns[1].toString(), number(columns[0]));
        }
        return ids;
    }

    private FaceSummary summary(FaceId id, NewFace face, PersonId person) {
        DetectedFace detected = face.analyzed().detected();
        return new FaceSummary(
                id,
                person,
                AssignedBy.PEOPLE,
                detected.box(),
                detected.confidence(),
                (float) face.analyzed().quality().score(),
                face.crop().key(),
                now);
    }

    private static JsonObjectBuilder row(NewImage image) {
        return Json.createObjectBuilder()
                .add("key", image.key().value())
                .add("sha256", HexFormat.of().formatHex(image.sha256()))
                .add("media_type", image.mediaType())
                .add("size_bytes", image.bytes().length)
                .add("width", image.width())
                .add("height", image.height())
                .add("retention_class", image.retention().code());
    }

    private static JsonObjectBuilder row(NewFace face, Person person) {
        DetectedFace detected = face.analyzed().detected();
        Box box = detected.box();
        JsonArrayBuilder landmarks = Json.createArrayBuilder();
        for (float coordinate : detected.landmarks().coordinates()) {
            landmarks.add(coordinate);
        }
        return Json.createObjectBuilder()
                .add("gallery", person.galleryId())
                .add("person", person.id().value())
                .add("box_x", box.x())
                .add("box_y", box.y())
                .add("box_width", box.width())
                .add("box_height", box.height())
                .add("landmarks", landmarks)
                .add("confidence", detected.confidence())
                .add("quality", face.analyzed().quality().score());
    }

    private static <K, V> V known(Map<K, V> all, K key) {
        return Objects.requireNonNull(all.get(key), key::toString);
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
