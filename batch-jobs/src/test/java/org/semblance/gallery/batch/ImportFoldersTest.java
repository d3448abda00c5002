package org.semblance.gallery.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.platform.InvalidInputException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ImportFoldersTest {
    @TempDir
    Path root;

    @Test
    void lists_persons_and_pictures_in_order_and_passes_over_what_is_hidden() throws IOException {
        picture("party/Ben/2.jpg");
        picture("party/Ben/1.jpg");
        picture("party/Ada/1.jpg");
        picture("party/.trash/1.jpg");
        picture("party/Ada/.DS_Store");
        picture("party/loose.jpg");
        var folders = new ImportFolders(root.toString());

        assertThat(folders.persons("party")).containsExactly("Ada", "Ben");
        assertThat(folders.pictures("party", "Ben"))
                .extracting(PersonPicture::relativePath)
                .containsExactly("Ben/1.jpg", "Ben/2.jpg");
        assertThat(folders.count("party")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../secrets", "party/../../secrets", "/etc", "missing"})
    void refuses_what_lies_elsewhere_or_is_missing(String folder) {
        var folders = new ImportFolders(root.toString());

        assertThatThrownBy(() -> folders.check(folder))
                .isInstanceOfSatisfying(InvalidInputException.class, problem -> assertThat(problem.field())
                        .isEqualTo("folder"));
    }

    @Test
    void follows_no_link_out_of_the_import_directory(@TempDir Path elsewhere) throws IOException {
        Files.createDirectories(elsewhere.resolve("Eve"));
        Files.writeString(elsewhere.resolve("Eve/secret.jpg"), "x");
        Files.createDirectories(root.resolve("party"));
        Files.createSymbolicLink(root.resolve("party/Eve"), elsewhere.resolve("Eve"));
        Files.createSymbolicLink(root.resolve("linked"), elsewhere);
        var folders = new ImportFolders(root.toString());

        assertThat(folders.persons("party")).isEmpty();
        assertThatThrownBy(() -> folders.check("linked")).isInstanceOf(InvalidInputException.class);
    }

    private void picture(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.resolve("..").normalize());
        Files.writeString(file, "x");
    }
}
