package org.semblance.transfer.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.platform.InvalidInputException;
import org.semblance.transfer.TransferSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PictureSourcesTest {
    @TempDir
    Path root;

    private PictureSources sources;

    @BeforeEach
    void open() {
        sources = new PictureSources(new TransferSettings(root.toString(), 1000, 1_000_000, 1000, 1000));
    }

    @Test
    void lists_persons_and_pictures_in_order_and_passes_over_what_is_hidden() throws IOException {
        picture("party/Ben/2.jpg");
        picture("party/Ben/1.jpg");
        picture("party/Ada/1.jpg");
        picture("party/.trash/1.jpg");
        picture("party/Ada/.DS_Store");
        picture("party/loose.jpg");

        try (var source = sources.open("party")) {
            assertThat(items(source, null)).containsExactly("Ada/1.jpg", "Ben/1.jpg", "Ben/2.jpg");
            assertThat(source.count(owner -> true)).isEqualTo(3);
            assertThat(source.count("Ben"::equals)).isEqualTo(2);
        }
    }

    /** As text, 'Ann B/1.jpg' comes before 'Ann/9.jpg', for a blank comes before a slash. */
    @Test
    void goes_on_in_the_order_that_it_lists_when_one_name_begins_with_another() throws IOException {
        picture("party/Ann/9.jpg");
        picture("party/Ann B/1.jpg");
        picture("party/Ann-C/1.jpg");

        try (var source = sources.open("party")) {
            List<String> all = items(source, null);
            assertThat(all).containsExactly("Ann/9.jpg", "Ann B/1.jpg", "Ann-C/1.jpg");
            for (int i = 0; i < all.size(); i++) {
                assertThat(items(source, all.get(i))).isEqualTo(all.subList(i + 1, all.size()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../secrets", "party/../../secrets", "/etc", "missing", "party/loose.txt"})
    void refuses_what_lies_elsewhere_is_missing_or_is_no_source(String folder) throws IOException {
        picture("party/loose.txt");

        assertThatThrownBy(() -> sources.check(folder))
                .isInstanceOfSatisfying(InvalidInputException.class, problem -> assertThat(problem.field())
                        .isEqualTo("folder"));
    }

    @Test
    void follows_no_link_out_of_the_import_directory(@TempDir Path elsewhere) throws IOException {
        Files.createDirectories(elsewhere.resolve("deep/Eve"));
        Files.writeString(elsewhere.resolve("deep/Eve/secret.jpg"), "x");
        Files.createDirectories(root.resolve("party"));
        Files.createSymbolicLink(root.resolve("party/Eve"), elsewhere.resolve("deep/Eve"));
        Files.createSymbolicLink(root.resolve("linked"), elsewhere);

        try (var source = sources.open("party")) {
            assertThat(items(source, null)).isEmpty();
        }
        assertThatThrownBy(() -> sources.check("linked")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> sources.check("linked/deep")).isInstanceOf(InvalidInputException.class);
    }

    private static List<String> items(PictureSource source, @Nullable String after) {
        List<String> items = new ArrayList<>();
        source.after(after, owner -> true).forEachRemaining(picture -> items.add(picture.item()));
        return items;
    }

    private void picture(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.resolve("..").normalize());
        Files.writeString(file, "x");
    }
}
