package org.semblance.transfer.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.semblance.gallery.Metadata;
import org.semblance.gallery.NewPerson;
import org.semblance.platform.Problem;
import org.semblance.transfer.ArchiveRefusedException;
import org.semblance.transfer.TransferSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CsvSourceTest {
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 0, 0, 0, 0, 0, 0, 0};

    @TempDir
    Path root;

    private PictureSources sources;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(root.resolve("staff/pictures"));
        Files.write(root.resolve("staff/pictures/ann.jpg"), JPEG);
        sources = new PictureSources(new TransferSettings(root.toString(), 5, 1_000_000, 1000, 1000));
    }

    @Test
    void reads_quoted_cells_a_byte_order_mark_and_metadata() throws IOException {
        list("\uFEFFName,External_ID,File,department\r\n"
                + "\"Lee, Ann \"\"A\"\"\",a-1,pictures/ann.jpg,\"R&D\nWest\"\r\n"
                + "\r\n"
                + "Ben,,pictures/ben.jpg,\r\n");

        try (var source = sources.open("staff/list.csv")) {
            var all = all(source, null);
            assertThat(all)
                    .extracting(PersonPicture::person)
                    .containsExactly(
                            new NewPerson(
                                    "Lee, Ann \"A\"",
                                    "a-1",
                                    new Metadata(java.util.Map.of("department", "R&D\nWest")),
                                    false,
                                    null),
                            new NewPerson("Ben", "Ben"));
            assertThat(all.get(1).item()).isEqualTo("line 5: pictures/ben.jpg");
            assertThat(source.read(all.get(0)).bytes()).isEqualTo(JPEG);
            assertThatThrownBy(() -> source.read(all.get(1)))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo("item-missing"));
            assertThat(all(source, all.get(0).key())).isEqualTo(all.subList(1, 2));
        }
    }

    @Test
    void reads_what_spreadsheets_with_semicolons_write() throws IOException {
        list("file;name\npictures/ann.jpg;Ann, the first\n");

        try (var source = sources.open("staff/list.csv")) {
            assertThat(all(source, null)).extracting(PersonPicture::owner).containsExactly("Ann, the first");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../secret.jpg", "/etc/hostname", "..\\secret.jpg", "out.jpg", "outside/secret.jpg"})
    void refuses_files_outside_of_the_import_directory(String file, @TempDir Path elsewhere) throws IOException {
        Files.write(elsewhere.resolve("secret.jpg"), JPEG);
        Files.createSymbolicLink(root.resolve("staff/out.jpg"), elsewhere.resolve("secret.jpg"));
        Files.createSymbolicLink(root.resolve("staff/outside"), elsewhere);
        list("file,name\n" + file + ",Eve\n");

        try (var source = sources.open("staff/list.csv")) {
            var wanted = all(source, null).get(0);
            assertThatThrownBy(() -> source.read(wanted))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo("item-path-unsafe"));
        }
    }

    @Test
    void refuses_a_line_that_is_not_complete_and_takes_the_others() throws IOException {
        list("file,name,age\n,Ann,1\npictures/ann.jpg,,1\npictures/ann.jpg,Ann\npictures/ann.jpg,Ann,1\n");

        try (var source = sources.open("staff/list.csv")) {
            assertThat(all(source, null))
                    .extracting(picture -> picture.refusal() == null)
                    .containsExactly(false, false, false, true);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name,age\nAnn,1\n",
                "file,age\na.jpg,1\n",
                "file,name,file\na.jpg,Ann,b.jpg\n",
                "file,name,Shoe Size\na.jpg,Ann,5\n",
                "file,name\n\"a.jpg,Ann\n",
                "file,name\n\"a\"b.jpg,Ann\n",
                "file,name\n1,1\n2,2\n3,3\n4,4\n5,5\n6,6\n",
                "file,name\na.jpg,\u00ff\n"
            })
    void refuses_a_list_that_cannot_be_read_to_its_end(String text) throws IOException {
        Files.writeString(root.resolve("staff/list.csv"), text, StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> sources.check("staff/list.csv")).isInstanceOf(ArchiveRefusedException.class);
    }

    private void list(String text) throws IOException {
        Files.writeString(root.resolve("staff/list.csv"), text);
    }

    private static List<PersonPicture> all(PictureSource source, @Nullable String after) {
        List<PersonPicture> all = new ArrayList<>();
        source.after(after, owner -> true).forEachRemaining(all::add);
        return all;
    }
}
