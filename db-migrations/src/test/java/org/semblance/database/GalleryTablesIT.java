package org.semblance.database;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GalleryTablesIT {
    private static final MigratedDatabase DATABASE = MigratedDatabase.fresh();

    private final Sql application = new Sql(DATABASE.app());

    /** Anna and Ben in gallery 1, Cleo in gallery 2, a face of Anna with its embedding. */
    @BeforeEach
    void anna_is_enrolled() throws Exception {
        new Sql(DATABASE.owner()).run("TRUNCATE gallery, person, image, model, app_user RESTART IDENTITY CASCADE");
        application.run(
                "INSERT INTO gallery (name, title) VALUES ('staff', 'Staff'), ('guests', 'Guests')",
                "INSERT INTO person (gallery_id, name) VALUES (1, 'Anna'), (1, 'Ben'), (2, 'Cleo')",
                "INSERT INTO image (key, sha256, media_type, size_bytes, width, height, retention_class)"
                        + " SELECT 'images/' || n || '.jpg', sha256(n::text::bytea), 'image/jpeg', 10, 4, 3, 'enrolled'"
                        + " FROM generate_series(1, 4) AS n",
                "INSERT INTO model (name, dimension) VALUES ('starter/embedder', 2)",
                face(1, 1, 1),
                embedding(1, 1, 1, "[0.6,0.8]"));
    }

    @Test
    void a_face_belongs_to_a_person_of_its_own_gallery() {
        assertThatThrownBy(() -> application.run(face(3, 1, 3))).hasMessageContaining("face_gallery_id_person_id_fk");
    }

    @Test
    void an_embedding_stays_in_the_gallery_of_its_face() throws Exception {
        application.run(face(3, 1, 2));

        assertThatThrownBy(() -> application.run(embedding(2, 2, 3, "[1,0]")))
                .hasMessageContaining("embedding_face_id_gallery_id_fk");
        assertThatThrownBy(() -> application.run(embedding(2, 1, 3, "[1,0]")))
                .hasMessageContaining("embedding_gallery_id_person_id_fk");
    }

    @Test
    void an_embedding_has_length_one() throws Exception {
        application.run(face(3, 1, 2));

        assertThatThrownBy(() -> application.run(embedding(2, 1, 2, "[3,4]")))
                .hasMessageContaining("embedding_vector_ck");
        assertThatThrownBy(() -> application.run(embedding(2, 1, 2, "[0,0]")))
                .hasMessageContaining("embedding_vector_ck");
    }

    @Test
    void an_embedding_lies_inside_its_row() throws Exception {
        assertThat(application.row("SELECT attstorage FROM pg_attribute"
                        + " WHERE attrelid = 'embedding'::regclass AND attname = 'vector'"))
                .isEqualTo("p");
    }

    @Test
    void the_inner_product_is_the_similarity() throws Exception {
        assertThat(application.row("SELECT person_id, round((-(vector <#> '[0.8,0.6]'))::numeric, 2) FROM embedding"))
                .isEqualTo("1 0.96");
    }

    @Test
    void an_embedding_follows_its_face_to_another_person() throws Exception {
        application.run("UPDATE face SET person_id = 2 WHERE id = 1");
        assertThat(application.rows("SELECT person_id FROM embedding")).containsExactly("2");

        application.run("UPDATE face SET person_id = NULL WHERE id = 1");
        assertThat(application.rows("SELECT person_id FROM embedding")).containsExactly("null");
    }

    @Test
    void a_deleted_face_takes_its_embedding_along_and_frees_its_images() throws Exception {
        application.run("WITH gone AS (DELETE FROM face WHERE id = 1 RETURNING image_id, crop_image_id)"
                + " DELETE FROM image WHERE id IN (SELECT image_id FROM gone UNION SELECT crop_image_id FROM gone)");

        assertThat(application.row("SELECT (SELECT count(*) FROM embedding), (SELECT count(*) FROM image)"))
                .isEqualTo("0 2");
    }

    @Test
    void a_deleted_gallery_takes_its_persons_faces_and_embeddings_along() throws Exception {
        application.run("DELETE FROM gallery WHERE name = 'staff'");

        assertThat(application.row("SELECT (SELECT count(*) FROM person), (SELECT count(*) FROM face),"
                        + " (SELECT count(*) FROM embedding), (SELECT count(*) FROM image)"))
                .isEqualTo("1 0 0 4");
    }

    @Test
    void an_image_or_a_model_in_use_stays() {
        assertThatThrownBy(() -> application.run("DELETE FROM image WHERE id = 1"))
                .hasMessageContaining("face_image_id_fk");
        assertThatThrownBy(() -> application.run("DELETE FROM model")).hasMessageContaining("embedding_model_id_fk");
    }

    @Test
    void an_image_key_does_not_leave_the_store() {
        for (String key : new String[] {"/etc/passwd", "../secrets", "images/../../secrets", ""}) {
            assertThatThrownBy(() -> application.run("UPDATE image SET key = '" + key + "' WHERE id = 1"))
                    .hasMessageContaining("image_key_ck");
        }
    }

    @Test
    void user_names_differ_by_more_than_case() throws Exception {
        String user =
                "INSERT INTO app_user (id, username, display_name, password_hash) VALUES (gen_random_uuid(), '%s', 'A', 'x')";
        application.run(user.formatted("Änne"));

        assertThatThrownBy(() -> application.run(user.formatted("äNNE"))).hasMessageContaining("app_user_username_uq");
    }

    private static String face(int image, int gallery, int person) {
        return "INSERT INTO face (person_id, gallery_id, image_id, crop_image_id, box_x, box_y, box_width, box_height,"
                + " landmarks, confidence, quality) VALUES (" + person + ", " + gallery + ", " + image + ", "
                + (image + 1)
                + ", 0, 0, 2, 2, '{0,0,1,0,0,1,1,1,0,2}', 0.9, 0.8)";
    }

    private static String embedding(int face, int gallery, int person, String vector) {
        return "INSERT INTO embedding (face_id, model_id, gallery_id, person_id, vector) VALUES (" + face + ", 1, "
                + gallery + ", " + person + ", '" + vector + "')";
    }
}
