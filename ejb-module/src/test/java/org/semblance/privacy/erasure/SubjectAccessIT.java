package org.semblance.privacy.erasure;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.privacy.SubjectAccess;
import org.semblance.vision.Bitmap;
import org.semblance.vision.Photo;
import org.semblance.vision.photo.ImageIoPhotoDecoder;

import static org.assertj.core.api.Assertions.assertThat;

/** What is held of somebody, handed out to them. */
class SubjectAccessIT {
    private static ErasureWorld world;

    @BeforeAll
    static void open() {
        world = new ErasureWorld();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void every_row_of_every_context_is_there() throws IOException {
        var ada = new Somebody(world);

        JsonObject data = Json.createReader(
                        new ByteArrayInputStream(exported(ada).get("data.json")))
                .readObject();

        assertThat(data.keySet())
                .containsExactlyInAnyOrder(
                        "camera-faces", "clusters", "gallery", "idempotency", "jobs", "models", "privacy", "storage");
        JsonObject gallery = data.getJsonObject("gallery");
        assertThat(gallery.getJsonArray("person")).hasSize(2);
        assertThat(gallery.getJsonArray("face")).hasSize(2);
        assertThat(gallery.getJsonArray("embedding").getJsonObject(0).getString("vector"))
                .startsWith("[");
        assertThat(data.getJsonObject("privacy")
                        .getJsonArray("consent")
                        .getJsonObject(0)
                        .getString("evidence"))
                .contains(ada.name);
        assertThat(data.getJsonObject("jobs").getJsonArray("job_item_failure")).hasSize(1);
    }

    @Test
    void every_picture_is_there_and_others_are_covered() throws IOException {
        var ada = new Somebody(world);

        Map<String, byte[]> entries = exported(ada);

        assertThat(entries.keySet())
                .filteredOn(name -> name.startsWith("images/"))
                .hasSize(4);
        String shared = ada.shared.value();
        byte[] bytes = Objects.requireNonNull(entries.get("images" + shared.substring(shared.lastIndexOf('/'))));
        Bitmap picture = new ImageIoPhotoDecoder(1 << 24, 1 << 24, 1 << 28).decode(Photo.of(bytes));
        assertThat(brightness(picture, 30, 80)).isBetween(120, 136);
        assertThat(brightness(picture, 140, 80)).isGreaterThan(240);
        assertThat(entries).containsKey("README.txt");
    }

    private static Map<String, byte[]> exported(Somebody somebody) throws IOException {
        var out = new ByteArrayOutputStream();
        new SubjectAccess(world.inventory(data -> data), world.pictures, world.images)
                .write(world.subjects.subject(somebody.person), out);
        var entries = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static int brightness(Bitmap picture, int x, int y) {
        return picture.rgb()[3 * (y * picture.width() + x)] & 0xff;
    }
}
