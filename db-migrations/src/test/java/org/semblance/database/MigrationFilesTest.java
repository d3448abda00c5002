package org.semblance.database;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MigrationFilesTest {
    @Test
    void the_program_knows_its_newest_migration() throws Exception {
        assertThat(SchemaVersion.newest()).matches("\\d{8}\\.\\d{4}").isEqualTo(MigrationIndex.newestIn(directory()));
    }

    @Test
    void every_file_begins_with_its_reason() throws Exception {
        assertThat(files()).isNotEmpty().allSatisfy(file -> {
            String first = Files.readAllLines(file).get(0);

            assertThat(first).as(file.getFileName().toString()).matches("-- [A-Z].{20,}[.:)]");
        });
    }

    @Test
    void no_two_files_have_the_same_version() throws Exception {
        assertThat(files().stream()
                        .map(file -> MigrationIndex.versionOf(file.getFileName().toString())))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "V1__gallery.sql",
                "V20261121_0010_gallery.sql",
                "V20261121_0010__Gallery.sql",
                "R__views.sql",
                "U20261121_0010__gallery.sql"
            })
    void a_file_with_another_kind_of_name_stops_the_build(String name) {
        assertThatThrownBy(() -> MigrationIndex.versionOf(name)).hasMessageContaining(name + " is no migration");
    }

    private static List<Path> files() throws IOException, URISyntaxException {
        try (var files = Files.list(directory())) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    private static Path directory() throws URISyntaxException {
        URL directory = MigrationFilesTest.class.getResource("/db/migration");
        assertThat(directory).isNotNull();
        return Path.of(directory.toURI());
    }
}
