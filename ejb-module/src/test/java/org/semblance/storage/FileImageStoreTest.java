package org.semblance.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FileImageStoreTest {
    private static final ImageKey KEY = new ImageKey("persons/1/original/a.jpg");

    @TempDir
    Path directory;

    private FileImageStore images;

    @BeforeEach
    void open() {
        images = new FileImageStore(new StorageSettings(directory.toString(), "unused", Duration.ofMinutes(1), 0));
    }

    @Test
    void gives_back_what_was_put() {
        images.put(KEY, new byte[] {1, 2, 3});

        assertThat(images.get(KEY)).containsExactly(1, 2, 3);
    }

    @Test
    void leaves_nothing_but_the_image() throws IOException {
        images.put(KEY, new byte[] {1});

        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(directory.resolve(KEY.value()));
        }
    }

    @Test
    void an_unknown_key_is_not_found() {
        assertThatThrownBy(() -> images.get(KEY)).isInstanceOf(ImageNotFoundException.class);
        assertThat(images.delete(KEY)).isFalse();
    }

    @Test
    void deletes_for_good() {
        images.put(KEY, new byte[] {1});

        assertThat(images.delete(KEY)).isTrue();
        assertThatThrownBy(() -> images.get(KEY)).isInstanceOf(ImageNotFoundException.class);
    }

    @Test
    void says_when_it_cannot_write() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        var broken = new FileImageStore(new StorageSettings(file.toString(), "unused", Duration.ofMinutes(1), 0));

        assertThatThrownBy(broken::checkWritable).isInstanceOf(ImageStoreException.class);
        assertThatThrownBy(() -> broken.put(KEY, new byte[1])).isInstanceOf(ImageStoreException.class);
    }

    @Test
    void visits_only_what_is_old_enough() throws IOException {
        var young = new ImageKey("persons/1/original/young.jpg");
        images.put(KEY, new byte[] {1});
        images.put(young, new byte[] {1});
        age(KEY.value());
        List<ImageKey> visited = new ArrayList<>();

        images.forEachOlderThan(Instant.now().minus(Duration.ofHours(1)), visited::add);

        assertThat(visited).containsExactly(KEY);
    }

    @Test
    void writes_over_what_an_interrupted_write_has_left() throws IOException {
        Path torn = directory.resolve("persons/1/original/.a.jpg.tmp");
        Files.createDirectories(torn.getParent());
        Files.write(torn, new byte[100]);

        images.put(KEY, new byte[] {1});

        assertThat(images.get(KEY)).containsExactly(1);
        assertThat(torn).doesNotExist();
    }

    @Test
    void clears_away_what_interrupted_writes_have_left() throws IOException {
        images.put(KEY, new byte[] {1});
        Files.createFile(directory.resolve("persons/1/original/.x.tmp"));
        age("persons/1/original/.x.tmp");
        age(KEY.value());

        images.deleteAbandoned(Instant.now().minus(Duration.ofHours(1)));

        assertThat(directory.resolve("persons/1/original/.x.tmp")).doesNotExist();
        assertThat(images.get(KEY)).hasSize(1);
    }

    private void age(String file) throws IOException {
        Instant old = Instant.now().minus(Duration.ofHours(2));
        Files.setLastModifiedTime(directory.resolve(file), FileTime.from(old));
    }
}
