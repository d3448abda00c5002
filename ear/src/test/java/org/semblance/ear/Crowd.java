package org.semblance.ear;

import java.sql.SQLException;
import java.util.List;

/** A large organisation made of {@link Workplace}: its gallery and its camera with very many rows, in a minute or two. */
final class Crowd {
    static final int PERSONS = 100_000;
    static final int EVENTS = 1_000_000;

    private static final int OTHERS = 20_000;

    /**
     * Faces look as those of the workplace do and are embedded as nobody's: random directions. All are, or else the server
     * embeds them by a job.
     */
    private static final List<String> ROWS = List.of(
            "SET search_path = semblance, public",
            """
            INSERT INTO person (gallery_id, name)
            SELECT gallery.id, (ARRAY['Ada', 'Bao', 'Chloe', 'Dmitri', 'Esra', 'Farid', 'Grace'])[1 + number %% 7] || ' '
                   || (ARRAY['Abel', 'Bauer', 'Costa', 'Diaz', 'Ek', 'Fuchs', 'Gill', 'Hale', 'Ito'])[1 + number %% 9]
                   || ' ' || number
              FROM gallery, generate_series(1, %d) AS number WHERE gallery.name = 'staff'
            """.formatted(PERSONS),
            """
            INSERT INTO face (person_id, gallery_id, image_id, crop_image_id, box_x, box_y, box_width, box_height,
                              landmarks, confidence, quality)
            SELECT person.id, person.gallery_id, image_id, crop_image_id, box_x, box_y, box_width, box_height,
                   landmarks, confidence, quality
              FROM (SELECT face.*, row_number() OVER (ORDER BY id) AS number, count(*) OVER () AS many
                      FROM face WHERE gallery_id = (SELECT id FROM gallery WHERE name = 'staff') AND person_id IS NOT NULL)
                   AS model
              JOIN person ON person.gallery_id = model.gallery_id AND person.id % many = number - 1
             WHERE NOT EXISTS (SELECT FROM face WHERE face.person_id = person.id)
            """,
            """
            INSERT INTO app_user (id, username, display_name, password_hash)
            SELECT gen_random_uuid(), 'crowd' || number, 'Somebody ' || number, 'none' FROM generate_series(1, %d) AS number
            """.formatted(OTHERS),
            """
            INSERT INTO recognition_events (id, timestamp, camera_id, gallery_id, outcome, reason, person_id,
                    is_user_disabled, confidence, runner_up, threshold, margin, quality, model, is_unknown, sighting_id,
                    is_late)
            SELECT gen_random_uuid(), now() - interval '1 minute' - number * interval '1.5 s', camera.id, gallery_id,
                   CASE WHEN number %% 5 = 0 THEN 'unknown' ELSE 'matched' END, 'clear',
                   CASE WHEN number %% 5 > 0 THEN first + number %% %1$d END,
                   false, 0.8, 0.2, 0.5, 0.05, 0.7, 'crowd/1', number %% 5 = 0, gen_random_uuid(), false
              FROM generate_series(1, %2$d) AS number, camera,
                   (SELECT min(id) AS first FROM person WHERE name LIKE '%% 1') AS crowd
             WHERE camera.name = 'main-entrance'
            """.formatted(PERSONS, EVENTS),
            """
            INSERT INTO sighting (id, camera_id, person_id, outcome, began_at, last_seen_at, quality, image_id)
            SELECT sighting_id, camera_id, person_id, outcome, timestamp, timestamp, quality, image
              FROM (SELECT * FROM recognition_events WHERE model = 'crowd/1' ORDER BY timestamp DESC LIMIT 20000) AS newest,
                   (SELECT max(image_id) AS image FROM sighting) AS seen
            """,
            """
            INSERT INTO camera_events (id, camera_id, event_type, timestamp)
            SELECT gen_random_uuid(), id, CASE WHEN number % 2 = 0 THEN 'online' ELSE 'offline' END,
                   now() - interval '1 minute' - number * interval '15 s'
              FROM camera, generate_series(1, 100000) AS number WHERE name = 'main-entrance'
            """,
            """
            WITH added AS (INSERT INTO stranger (gallery_id, first_seen, last_seen)
                SELECT id, now() - number * interval '1 min', now() - number * interval '1 min'
                  FROM gallery, generate_series(1, 20000) AS number WHERE name = 'staff' RETURNING id, gallery_id, last_seen),
            shown AS (INSERT INTO face (gallery_id, image_id, crop_image_id, box_x, box_y, box_width, box_height, landmarks,
                                        confidence, quality)
                SELECT added.gallery_id, image_id, crop_image_id, box_x, box_y, box_width, box_height, landmarks, confidence,
                       quality
                  FROM added, (SELECT face.* FROM face JOIN unknown_face ON face.id = face_id LIMIT 1) AS model
                RETURNING id)
            INSERT INTO unknown_face (face_id, camera_id, stranger_id, sighting, seen_at)
            SELECT face.id, camera.id, who.id, gen_random_uuid(), last_seen
              FROM (SELECT id, last_seen, row_number() OVER (ORDER BY id) AS number FROM added) AS who
              JOIN (SELECT id, row_number() OVER (ORDER BY id) AS number FROM shown) AS face USING (number), camera
             WHERE camera.name = 'main-entrance'
            """,
            """
            INSERT INTO embedding (face_id, model_id, gallery_id, person_id, vector)
            SELECT face.id, seen.model_id, face.gallery_id, face.person_id,
                   l2_normalize((SELECT array_agg(random() - 0.5) FROM generate_series(1, seen.length)
                                  WHERE face.id > 0)::vector)::halfvec
              FROM face,
                   (SELECT model_id, gallery_id, vector_dims(vector) AS length FROM embedding ORDER BY face_id LIMIT 1) AS seen
             WHERE face.gallery_id = seen.gallery_id
               AND NOT EXISTS (SELECT FROM embedding WHERE embedding.face_id = face.id)
            """,
            "ANALYZE");

    private Crowd() {}

    static void gather() {
        Workplace.furnish();
        try (var connection = TestServer.get().database().superuser().getConnection();
                var statement = connection.createStatement()) {
            for (String sql : ROWS) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
