package org.semblance.vision.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.semblance.vision.TestFiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CatalogueTest {
    private static final Path CATALOGUE = TestFiles.packs().resolveSibling("catalogue");

    @TempDir
    Path directory;

    static List<CataloguePack> shipped() {
        return new Catalogue(CATALOGUE).list();
    }

    @Test
    void ships_the_well_known_packs() {
        assertThat(shipped())
                .extracting(CataloguePack::name)
                .containsExactly("auraface", "buffalo-l", "buffalo-s", "yunet-sface");
    }

    @Test
    void says_which_may_not_be_used_for_everything() {
        assertThat(shipped())
                .filteredOn(pack -> pack.licence().restricted())
                .extracting(CataloguePack::name)
                .containsExactly("buffalo-l", "buffalo-s");
    }

    /** With stand-ins for its files, every manifest is one that an installed pack may have. */
    @ParameterizedTest
    @MethodSource("shipped")
    void a_shipped_manifest_breaks_no_rule(CataloguePack entry) throws IOException {
        String text = Files.readString(CATALOGUE.resolve(entry.name() + ".yaml"));
        var pack = Files.createDirectory(directory.resolve(entry.name()));
        for (Download download : entry.downloads()) {
            var file = download.file();
            for (String name : file == null ? download.members().keySet() : List.of(file)) {
                Files.write(pack.resolve(name), new byte[] {1});
            }
        }
        String withoutDownloads =
                Pattern.compile("(?ms)^downloads:$.*?^(?=\\S)").matcher(text).replaceFirst("");
        Files.writeString(pack.resolve("pack.yaml"), withoutDownloads);

        var read = new ModelPacks(directory).require(entry.name());

        assertThat(read.licence()).isEqualTo(entry.licence());
        assertThat(entry.downloads())
                .allSatisfy(download -> assertThat(download.sha256()).hasSize(64));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            - url: https://    | - url: http://     | downloads[0].url is http://github.com
            sha256: 80ff       | sha256: 80gg       | downloads[0].sha256 is 80gg
            detector.onnx: det | ../x.onnx: det     | ../x.onnx is no relative path inside a pack
            bytes: 288621354   | bytes: -1          | downloads[0].bytes is -1
            downloads:         | uploads:           | downloads is missing
            """)
    void refuses_what_breaks_a_rule(String before, String after, String message) throws IOException {
        String manifest = Files.readString(CATALOGUE.resolve("buffalo-l.yaml"));
        Files.writeString(directory.resolve("buffalo-l.yaml"), manifest.replace(before, after));

        assertThatThrownBy(() -> new Catalogue(directory).require("buffalo-l"))
                .isInstanceOf(InvalidPackException.class)
                .hasMessageContaining(message);
    }

    @Test
    void an_unknown_name_is_answered_with_the_known_ones() {
        assertThatThrownBy(() -> new Catalogue(CATALOGUE).require("antelope"))
                .isInstanceOf(CataloguePackNotFoundException.class)
                .hasMessageContaining("it has auraface, buffalo-l, buffalo-s, yunet-sface");
    }
}
