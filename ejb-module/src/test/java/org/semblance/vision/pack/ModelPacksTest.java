package org.semblance.vision.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.vision.ModelId;
import org.semblance.vision.TestFiles;
import org.semblance.vision.Thresholds;
import org.semblance.vision.pixels.ColourOrder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ModelPacksTest {
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path directory;

    private ModelPacks packs;

    @BeforeEach
    void install_a_pack() throws IOException {
        packs = new ModelPacks(directory);
        Files.createDirectories(directory.resolve("small"));
        Files.writeString(directory.resolve("small/model.onnx"), "abc");
        Files.writeString(directory.resolve("outside.onnx"), "abc");
        write(manifest());
    }

    @Test
    void reads_every_value() {
        var pack = packs.verify("small");

        assertThat(pack.embedderId()).isEqualTo(new ModelId("small/embedder-128"));
        assertThat(pack.detector().family()).isEqualTo(DetectorFamily.YUNET);
        assertThat(pack.detector().input().colours()).isEqualTo(ColourOrder.BGR);
        assertThat(pack.detector().longestSide()).isEqualTo(640);
        assertThat(pack.embedder().input().mean()).containsExactly(123.675, 116.28, 103.53);
        assertThat(pack.embedder().dimension()).isEqualTo(128);
        assertThat(pack.thresholds()).isEqualTo(Thresholds.of(0.27, 0.35, 0.43));
    }

    @ParameterizedTest
    @CsvSource({"yunet, YUNET", "scrfd, SCRFD", "retinaface, RETINAFACE"})
    void knows_each_family_of_detectors(String decoder, DetectorFamily family) throws IOException {
        write(manifest().replace("decoder: yunet", "decoder: " + decoder));

        assertThat(packs.require("small").detector().family()).isEqualTo(family);
    }

    @Test
    void liveness_is_for_those_who_have_the_models() throws IOException {
        assertThat(packs.require("small").liveness()).isNull();

        write(manifest() + liveness());

        var pack = packs.verify("small");
        assertThat(pack.liveness())
                .isEqualTo(new LivenessSpec(
                        LivenessFamily.MINIFASNET,
                        List.of(
                                new LivenessSpec.Model(pack.detector().file(), 2.7),
                                new LivenessSpec.Model(pack.detector().file(), 4)),
                        0.5));
        assertThat(pack.files()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    decoder: minifasnet | decoder: magic   | liveness.decoder is magic, but must be one of minifasnet
                    threshold: 0.5      | threshold: 1     | liveness.threshold is 1, but must be a number from 0.01 to 0.99
                    threshold: 0.5      | treshold: 0.5    | liveness.threshold is missing
                    models:             | models: []\\nnone: | liveness.models must be a list of 1 to 8
                    crop: 4.0           | crop: 40         | liveness.models[1].crop is 40, but must be a number from 1.0 to 10.0
                    crop: 4.0           | crop: 4.0, x: 1  | liveness.models[1].x is unknown
                    """)
    void refuses_a_liveness_section_that_breaks_a_rule(String before, String after, String message) throws IOException {
        write(manifest() + liveness().replace(before, after.replace("\\n", "\n  ")));

        assertThatThrownBy(() -> packs.require("small"))
                .isInstanceOf(InvalidPackException.class)
                .hasMessageContaining(message);
    }

    @Test
    void the_pack_that_ships_is_sound() {
        var pack = new ModelPacks(TestFiles.packs()).verify("starter");

        assertThat(pack.embedder().dimension()).isEqualTo(512);
        assertThat(TestFiles.packs().resolve("starter/MODEL.md")).isNotEmptyFile();
        assertThat(TestFiles.packs().resolve("starter/SHA256SUMS"))
                .hasContent(pack.detector().file().sha256() + "  detector.onnx\n"
                        + pack.embedder().file().sha256() + "  embedder.onnx\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    name: small              | name: other             | name is other, but must be the name of its directory, small
                    version: 1.0             | varsion: 1.0            | version is missing
                    licence: Apache-2.0      | licence: Apache-2.0\\nx: 1 | x is unknown
                    decoder: yunet           | decoder: yolo           | detector.decoder is yolo, but must be one of yunet, scrfd, retinaface
                    colours: bgr             | colours: grey           | detector.input.colours is grey, but must be one of rgb, bgr
                    longest-side: 640        | longest-side: 6         | detector.longest-side is 6, but must be a number from 64.0 to 4096.0
                    longest-side: 640        | longest-side: 640.5     | detector.longest-side is 640.5, but must be a whole number
                    score-threshold: 0.5     | score-threshold: high   | detector.score-threshold is high, but must be a number
                    mean: [0, 0, 0]          | mean: [0, 0]            | detector.input.mean must be a list of three numbers
                    deviation: [1, 1, 1]     | deviation: [1, 0, 1]    | detector.input.deviation is 0, but must be a number
                    dimension: 128           | dimension: 0            | embedder.dimension is 0
                    file: model.onnx         | file: ../outside.onnx   | detector.file is ../outside.onnx, but must be a file inside the pack
                    file: model.onnx         | file: /etc/passwd       | detector.file is /etc/passwd, but must be a file inside the pack
                    file: model.onnx         | file: absent.onnx       | there is no such file
                    1e-3: 0.35               | 1e-3: 0.95              | thresholds.1e-4 must not be lower
                    detector:                | detector: none\\nother: | detector must hold keys and values of its own
                    name: small              | name: small\\nname: small | is no valid YAML
                    name: small              | name: [small             | is no valid YAML
                    """)
    void refuses_what_breaks_a_rule_by_file_and_key(String before, String after, String message) throws IOException {
        write(manifest().replaceFirst(before.replace("[", "\\["), after.replace("\\n", "\n")));

        assertThatThrownBy(() -> packs.require("small"))
                .isInstanceOf(InvalidPackException.class)
                .hasMessageContaining("small/pack.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void refuses_a_link_that_leads_out_of_the_pack() throws IOException {
        Files.delete(directory.resolve("small/model.onnx"));
        Files.createSymbolicLink(directory.resolve("small/model.onnx"), directory.resolve("outside.onnx"));

        assertThatThrownBy(() -> packs.require("small"))
                .isInstanceOf(InvalidPackException.class)
                .hasMessageContaining("leads out of");
    }

    @Test
    void refuses_a_model_that_was_changed_and_names_both_checksums() throws IOException {
        Files.writeString(directory.resolve("small/model.onnx"), "abd");

        assertThatThrownBy(() -> packs.verify("small"))
                .isInstanceOf(InvalidPackException.class)
                .hasMessageContaining(ABC)
                .hasMessageContaining("a52d159f262b2c6ddb724a61840befc36eb30c88877a4030b65cbe86298449c9");
    }

    @Test
    void lists_broken_packs_with_what_is_wrong_and_leaves_other_directories_out() throws IOException {
        Files.createDirectories(directory.resolve("broken"));
        Files.writeString(directory.resolve("broken/pack.yaml"), "just text");
        Files.createDirectories(directory.resolve("pictures"));

        var listed = packs.list();

        assertThat(listed).extracting(ListedPack::name).containsExactly("broken", "small");
        assertThat(listed.get(0).problem()).contains("must hold keys and values");
        assertThat(listed.get(1).pack()).isNotNull();
        assertThat(new ModelPacks(directory.resolve("nowhere")).list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"absent", "../small", "Small", "''"})
    void knows_no_pack_of_another_name(String name) {
        assertThatThrownBy(() -> packs.require(name)).isInstanceOf(PackNotFoundException.class);
    }

    private void write(String manifest) throws IOException {
        Files.writeString(directory.resolve("small/pack.yaml"), manifest);
    }

    private static String liveness() {
        return """
                liveness:
                  decoder: minifasnet
                  threshold: 0.5
                  models:
                    - {file: model.onnx, sha256: %1$s, crop: 2.7}
                    - {file: model.onnx, sha256: %1$s, crop: 4.0}
                """.formatted(ABC);
    }

    private static String manifest() {
        return """
                name: small
                version: 1.0
                licence: Apache-2.0
                description: Two models for tests.
                detector:
                  file: model.onnx
                  sha256: %1$s
                  decoder: yunet
                  input: {colours: bgr, mean: [0, 0, 0], deviation: [1, 1, 1]}
                  longest-side: 640
                  score-threshold: 0.5
                  overlap-threshold: 0.3
                embedder:
                  name: embedder-128
                  file: model.onnx
                  sha256: %1$s
                  input: {colours: rgb, mean: [123.675, 116.28, 103.53], deviation: [58.395, 57.12, 57.375]}
                  dimension: 128
                  output: embedding
                thresholds:
                  1e-2: 0.27
                  1e-3: 0.35
                  1e-4: 0.43
                """.formatted(ABC);
    }
}
