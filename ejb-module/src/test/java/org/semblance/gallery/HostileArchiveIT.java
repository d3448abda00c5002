package org.semblance.gallery;

import java.nio.file.Path;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.transfer.ArchiveRefusedException;
import org.semblance.transfer.ItemRefusedException;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Archives that others made come in only as far as they hold true. */
class HostileArchiveIT {
    private static GalleryStores stores;
    private static People people;

    @TempDir
    Path directory;

    private TransferWorld world;

    @BeforeAll
    static void open() {
        stores = new GalleryStores();
        people = new People(stores);
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @BeforeEach
    void connect() {
        world = new TransferWorld(stores, people, directory);
    }

    @Test
    void refuses_what_was_changed_after_it_was_signed() throws Exception {
        var file = world.exported(world.gallery("changed", 2));

        assertRefused(
                forger().rewritten(file, "manifest.json", text -> text.replace("\"version\":1", "\"version\":1 ")));
        assertRefused(
                forger().rewritten(file, "faces.jsonl", text -> text.replace("\"quality\":0.", "\"quality\":0.1")));
        assertRefused(forger().rewritten(file, "manifest.jws", text -> "signed:{}"));
    }

    @Test
    void refuses_what_no_export_writes_whoever_signed_it() throws Exception {
        var file = world.exported(world.gallery("hostile", 2));
        String nan = Base64.getEncoder()
                .encodeToString(new byte[] {0, 0, (byte) 0xC0, 0x7F})
                .repeat(1);

        assertForged(file, "faces.jsonl", text -> embedding(text, nan));
        assertForged(
                file, "faces.jsonl", text -> embedding(text, Base64.getEncoder().encodeToString(new byte[2048])));
        assertForged(file, "faces.jsonl", text -> embedding(text, notANumber()));
        assertForged(file, "faces.jsonl", text -> text.replaceAll("\"image\":\"[0-9a-f]+\"", "\"image\":\"../../x\""));
        assertForged(file, "faces.jsonl", text -> text.replaceAll("\"person\":\\d+", "\"person\":99999"));
        assertForged(file, "faces.jsonl", text -> text.replaceAll("\"box\":\\[[^]]*]", "\"box\":[1e300,0,1,1]"));
        assertForged(file, "faces.jsonl", text -> text.replaceAll("\"width\":\\d+", "\"width\":2000000000"));
        assertForged(file, "faces.jsonl", text -> text + text);
        assertForged(file, "faces.jsonl", text -> "x".repeat(1 << 19));
        assertForged(file, "persons.jsonl", text -> text + text);
        assertForged(file, "persons.jsonl", text -> text.replaceAll("\"metadata\":\\{}", "\"metadata\":[]"));
        assertForged(file, "persons.jsonl", text -> "{}\n");
        assertForged(file, "manifest.json", text -> text.replace("\"faces\":4", "\"faces\":5000000000000"));
        assertForged(file, "manifest.json", text -> text.replace("\"faces\":4", "\"faces\":-1"));
        assertForged(file, "manifest.json", text -> text.replace("\"dimension\":512", "\"dimension\":2000000000"));
        assertForged(file, "manifest.json", text -> text.replace("\"images\":true", "\"images\":false"));
        assertForged(file, "manifest.json", text -> text.replace("semblance-gallery", "other"));
        assertForged(file, "manifest.json", text -> text.replaceAll("\"min_faces\":\\d+", "\"min_faces\":-3"));
        assertForged(file, "manifest.json", text -> "[]");
    }

    @Test
    void refuses_a_picture_that_is_not_the_one_that_was_exported() throws Exception {
        var file = world.exported(world.gallery("picture", 1));
        String name;
        try (var zip = new ZipFile(file.toFile())) {
            name = zip.stream()
                    .map(ZipEntry::getName)
                    .filter(n -> n.startsWith("images/"))
                    .findFirst()
                    .orElseThrow();
        }
        var other = forger().rewritten(file, name, text -> text + "x");

        try (var archive = world.open(other)) {
            archive.verify();
            var faces = TransferWorld.all(archive, 0).get(0).faces();
            assertThatThrownBy(() -> faces.forEach(face -> {
                        archive.picture(face, true);
                        archive.picture(face, false);
                    }))
                    .isInstanceOf(ItemRefusedException.class);
        }
    }

    private void assertForged(Path file, String name, UnaryOperator<String> change) throws Exception {
        assertRefused(forger().forged(file, name, change));
    }

    private ArchiveForger forger() {
        return new ArchiveForger(directory);
    }

    private void assertRefused(Path file) {
        assertThatThrownBy(() -> {
                    try (var archive = world.open(file)) {
                        archive.verify();
                    }
                })
                .isInstanceOf(ArchiveRefusedException.class);
    }

    private static String embedding(String text, String other) {
        return text.replaceAll("\"embedding\":\"[^\"]+\"", "\"embedding\":\"" + other + "\"");
    }

    private static String notANumber() {
        byte[] bytes = new byte[2048];
        for (int i = 0; i < bytes.length; i += 4) {
            bytes[i + 2] = (byte) 0xC0;
            bytes[i + 3] = 0x7F;
        }
        return Base64.getEncoder().encodeToString(bytes);
    }
}
