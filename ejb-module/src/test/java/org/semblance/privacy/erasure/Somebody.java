package org.semblance.privacy.erasure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.search.GalleryRows;
import org.semblance.storage.ImageKey;
import org.semblance.vision.Bitmap;
import org.semblance.vision.Embedding;
import org.semblance.vision.JpegEncoder;
import org.semblance.vision.ModelId;

/** A person with something in every place where something can be, beside a bystander who is to keep what is theirs. */
final class Somebody {
    static final ModelId MODEL = new ModelId("test/embedder");
    static final int SIDE = 200;

    final String name = "Ada " + UUID.randomUUID().toString().substring(0, 8);
    final String externalId = name.replace(' ', '_');
    final PersonId person;
    final PersonId alias;
    final PersonId bystander;
    final FaceId face;
    final FaceId faceInCompany;
    final FaceId ofBystander;
    final FaceId unknown;
    final ImageKey shared;
    final Embedding embedding;
    final long gallery;
    final List<String> traces = new ArrayList<>();

    private final ErasureWorld world;
    private final GalleryRows rows;
    private final Random random = new Random(7);

    Somebody(ErasureWorld world) {
        this.world = world;
        rows = new GalleryRows(world.app);
        gallery = rows.gallery();
        person = new PersonId(rows.one(
                "INSERT INTO person (gallery_id, name, external_id) VALUES (?, ?, ?) RETURNING id",
                gallery,
                name,
                externalId));
        alias = new PersonId(rows.one(
                "INSERT INTO person (gallery_id, name, merged_into) VALUES (?, ?, ?) RETURNING id",
                gallery,
                "Alias of " + name,
                person.value()));
        bystander = rows.person(gallery);
        embedding = look();
        shared = picture("photos/party/");
        ofBystander = face(bystander, shared, 10, look());
        unknown = face(null, picture("photos/street/"), 10, look());
        face = face(person, picture("persons/x/"), 10, embedding);
        faceInCompany = face(person, shared, 120, look());
        history();
        clusters();
        cameras();
        elsewhere();
        traces.addAll(List.of(
                name, externalId, person.toString(), alias.toString(), face.toString(), faceInCompany.toString()));
    }

    private void history() {
        rows.run(
                "INSERT INTO person_change (gallery_id, kind, person_id, other_id, faces, before, actor, changed_at) VALUES (?, 'merge', ?, ?, ARRAY[?]::bigint[], jsonb_build_object('assigned_by', '{}'::jsonb, 'emptied', false, 'person', jsonb_build_object('name', ?::text)), 'anna', now())",
                gallery,
                person.value(),
                alias.value(),
                face.value(),
                name);
        rows.run(
                "INSERT INTO person_change (gallery_id, kind, person_id, other_id, faces, before, actor, changed_at) VALUES (?, 'move', ?, NULL, ARRAY[?, ?]::bigint[], jsonb_build_object('assigned_by', jsonb_build_object('people', jsonb_build_array(?::bigint, ?::bigint)), 'emptied', false), 'anna', now())",
                gallery,
                bystander.value(),
                face.value(),
                ofBystander.value(),
                face.value(),
                ofBystander.value());
        rows.run(
                "INSERT INTO face_rejection VALUES (?, ?, ?, 'anna', now())", unknown.value(), person.value(), gallery);
        rows.run(
                "INSERT INTO face_rejection VALUES (?, ?, ?, 'anna', now())", face.value(), bystander.value(), gallery);
        rows.run(
                "INSERT INTO legal_hold (person_id, reason, until, placed_by, placed_at) VALUES (?, ?, now() - interval '1 day', 'anna', now())",
                person.value(),
                "Case of " + name);
        rows.run(
                "INSERT INTO consent (person_id, purpose, state, text_version, locale, channel, evidence, said_at, recorded_by) VALUES (?, 'recognition', 'granted', '1', 'en', 'paper', ?, now(), 'anna')",
                alias.value(),
                "signed by " + name);
    }

    private void clusters() {
        long run = rows.one(
                "INSERT INTO cluster_run (gallery_id, model, similarity, margin, min_faces, state, started_by, ended_at) VALUES (?, 'x', 0.4, 0.05, 2, 'completed', 'anna', now()) RETURNING id",
                gallery);
        long forThem = rows.one(
                "INSERT INTO cluster_proposal (run_id, gallery_id, person_id, confidence) VALUES (?, ?, ?, 0.9) RETURNING id",
                run,
                gallery,
                person.value());
        long ofThem = rows.one(
                "INSERT INTO cluster_proposal (run_id, gallery_id, person_id, confidence, state) VALUES (?, ?, NULL, 0.9, 'superseded') RETURNING id",
                run,
                gallery);
        rows.run(
                "INSERT INTO cluster_face VALUES (?, ?, 0.9), (?, ?, 0.9)",
                forThem,
                unknown.value(),
                ofThem,
                face.value());
        rows.run(
                "INSERT INTO face_neighbours SELECT ?, ?, id, 0.4, ARRAY[?, ?]::bigint[], ARRAY[0.5, 0.25]::real[] FROM model LIMIT 1",
                unknown.value(),
                gallery,
                face.value(),
                ofBystander.value());
        rows.run("INSERT INTO embedding_skip SELECT ?, id, 'photo-unreadable' FROM model LIMIT 1", face.value());
    }

    /** Once they were a stranger, of whom a picture was dismissed that shows them all the same. */
    private void cameras() {
        long camera = rows.one(
                "INSERT INTO camera (name, title, gallery_id, min_quality, requires_liveness, sighting_seconds, keeps_unknown, learns, is_enabled, created_at) VALUES ('cam-' || gen_random_uuid(), 'Door', ?, 0.3, false, 30, true, true, true, now()) RETURNING id",
                gallery);
        long stranger = rows.one(
                "INSERT INTO stranger (gallery_id, first_seen, last_seen, state, person_id) VALUES (?, now(), now(), 'known', ?) RETURNING id",
                gallery,
                person.value());
        ImageKey dismissed = picture("images/unknown/");
        FaceId leftBehind = face(null, dismissed, 10, look());
        for (FaceId seen : List.of(face, leftBehind)) {
            rows.run(
                    "INSERT INTO unknown_face (face_id, camera_id, stranger_id, sighting, seen_at, state) VALUES (?, ?, ?, gen_random_uuid(), now(), 'dismissed')",
                    seen.value(),
                    camera,
                    stranger);
        }
        rows.run(
                "INSERT INTO learned_face VALUES (?, ?, gen_random_uuid(), 0.8, 0.8, 0.2, 0.6, 0.9, NULL, 'test/embedder', now())",
                faceInCompany.value(),
                camera);
        traces.addAll(List.of(leftBehind.toString(), dismissed.value()));
    }

    private void elsewhere() {
        for (String target : List.of(
                "POST /api/v1/persons/" + person + "/faces", "POST /api/v1/persons", "PATCH /api/v1/faces/" + face)) {
            rows.run(
                    "INSERT INTO idempotent_request (caller, key, target, started_at, body_sha256, status, content_type, answer) VALUES ('anna', ?, ?, now(), sha256('x'), 201, 'application/json', convert_to(?, 'UTF8'))",
                    UUID.randomUUID().toString(),
                    target,
                    "{\"id\":" + person + ",\"name\":\"" + name + "\"}");
        }
        long run = rows.one(
                "INSERT INTO job_run (job, requested_by, requested_by_kind) VALUES ('enroll-persons', 'anna', 'user') RETURNING id");
        rows.run(
                "INSERT INTO job_item_failure (run_id, item, reason_code, message) VALUES (?, ?, 'no-face', 'No face')",
                run,
                externalId + "/1.jpg");
        rows.run(
                "INSERT INTO job_place (run_id, step, part, place) VALUES (?, 'enroll', 0, ?)",
                run,
                externalId + "/2.jpg");
    }

    private FaceId face(@Nullable PersonId whose, ImageKey picture, int left, Embedding look) {
        ImageKey crop = picture("crops/");
        long id = rows.one(
                "INSERT INTO face (gallery_id, person_id, image_id, crop_image_id, box_x, box_y, box_width, box_height, landmarks, confidence, quality) VALUES (?, ?, (SELECT id FROM image WHERE key = ?), (SELECT id FROM image WHERE key = ?), ?, 60, 40, 40, array_fill(0::real, ARRAY[10]), 0.9, 0.8) RETURNING id",
                gallery,
                whose == null ? null : whose.value(),
                picture.value(),
                crop.value(),
                left);
        world.embeddings.add(new FaceId(id), look);
        if (whose != null && whose.equals(person)) {
            traces.add(crop.value());
            traces.add(picture.value());
        }
        return new FaceId(id);
    }

    private ImageKey picture(String place) {
        var key = new ImageKey(place + UUID.randomUUID() + ".jpg");
        byte[] white = new byte[3 * SIDE * SIDE];
        Arrays.fill(white, (byte) 0xff);
        world.images.files.put(key, JpegEncoder.encode(new Bitmap(SIDE, SIDE, white)));
        rows.run(
                "INSERT INTO image (key, sha256, media_type, size_bytes, width, height, retention_class) VALUES (?, sha256('x'), 'image/jpeg', 1, ?, ?, 'enrolled')",
                key.value(),
                SIDE,
                SIDE);
        return key;
    }

    private Embedding look() {
        float[] values = new float[512];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Embedding.of(MODEL, values);
    }
}
