package org.semblance.vision.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.vision.TestFiles;
import org.semblance.vision.TestSettings;
import org.semblance.vision.VisionSettings;
import org.semblance.vision.pack.ModelPacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ActivePackTest {
    @TempDir
    Path directory;

    @Test
    void without_a_pack_the_application_lives_and_says_what_is_missing() {
        var settings = settings("absent");
        var pack = active(settings);

        assertThat(pack.state().isReady()).isFalse();
        assertThat(pack.state().problem()).contains("No model pack \"absent\"");
        assertThatThrownBy(pack::require)
                .isInstanceOf(ModelsUnavailableException.class)
                .hasMessageContaining("No model pack \"absent\"");
    }

    @Test
    void a_changed_model_is_not_loaded() throws IOException {
        install("starter", manifest());
        Files.write(directory.resolve("starter/detector.onnx"), new byte[] {1, 2, 3});

        assertThat(active(settings("starter")).state().problem()).contains("detector.onnx has the SHA-256");
    }

    @Test
    void a_model_that_is_not_what_the_manifest_says_is_not_used() throws IOException {
        install("starter", manifest().replace("dimension: 512", "dimension: 128"));
        assertThat(active(settings("starter")).state().problem())
                .contains("gives 512 numbers, but the pack says dimension: 128");

        install("starter", manifest().replace("output: embedding", "output: vector"));
        assertThat(active(settings("starter")).state().problem()).contains("the pack says output: vector");
    }

    @Test
    void a_detector_is_no_embedder_and_the_other_way_round() throws IOException {
        install("starter", swapped(manifest()));

        assertThat(active(settings("starter")).state().problem()).contains("is no YUNET detector");
    }

    @Test
    void without_the_device_asked_for_no_model_is_loaded() {
        var settings =
                TestSettings.settings().models(TestFiles.packs()).device("cuda").build();

        assertThat(active(settings).state().problem()).contains("semblance.vision.device is cuda", "onnxruntime_gpu");
    }

    @Test
    void once_closed_it_has_no_models() {
        var settings = TestSettings.settings().models(TestFiles.packs()).build();
        var pack = active(settings);
        var detector = pack.require().detector();

        pack.close();

        assertThatThrownBy(pack::require).isInstanceOf(ModelsUnavailableException.class);
        assertThat(detector).isNotNull();
    }

    @Test
    void another_pack_takes_over_while_requests_finish_with_the_old_one() throws IOException {
        install("starter", manifest());
        copy("other", manifest().replace("name: starter", "name: other"));
        var pack = active(settings("starter"));
        var before = pack.require();

        pack.use("other");

        assertThat(pack.state()).isEqualTo(new PackState("other", true, null));
        assertThat(pack.embedder().model().value()).startsWith("other/");
        assertThat(before.embedder().embed(List.of())).isEmpty();
        pack.close();
    }

    @Test
    void a_pack_that_cannot_be_loaded_leaves_the_last_good_one_in_use() throws IOException {
        install("starter", manifest());
        copy("broken", manifest().replace("name: starter", "name: broken"));
        Files.write(directory.resolve("broken/detector.onnx"), new byte[] {1});
        var pack = active(settings("starter"));

        assertThatThrownBy(() -> pack.use("broken")).hasMessageContaining("detector.onnx has the SHA-256");

        assertThat(pack.state().pack()).isEqualTo("starter");
        assertThat(pack.state().isReady()).isTrue();
        assertThat(pack.state().problem()).contains("detector.onnx has the SHA-256");
        assertThat(pack.embedder().model().value()).startsWith("starter/");
        pack.close();
    }

    @Test
    void a_prepared_pack_embeds_beside_the_one_in_use() throws IOException {
        install("starter", manifest());
        copy("other", manifest().replace("name: starter", "name: other"));
        var pack = active(settings("starter"));

        var next = pack.prepare("other");

        assertThat(pack.embedder().model().value()).startsWith("starter/");
        assertThat(pack.has(next.model())).isTrue();
        assertThat(pack.embedder(next.model()).model()).isEqualTo(next.model());
        pack.close();
    }

    private void copy(String name, String manifest) throws IOException {
        var pack = Files.createDirectories(directory.resolve(name));
        for (String model : new String[] {"detector.onnx", "embedder.onnx"}) {
            Files.copy(TestFiles.packs().resolve("starter").resolve(model), pack.resolve(model));
        }
        Files.writeString(pack.resolve("pack.yaml"), manifest);
    }

    private static String swapped(String manifest) {
        String detector = "4a046d1d5b90de9470c2084d0139bd25ec64d808b051b5a6aacda7ad817a08a9";
        String embedder = "c7f2d5cbfd8adff6e5398219a4384a40f477d4ef95a9fed9bdb4ff27fb697fcb";
        return manifest.replace("detector.onnx", "?.onnx")
                .replace("embedder.onnx", "detector.onnx")
                .replace("?.onnx", "embedder.onnx")
                .replace(detector, "?")
                .replace(embedder, detector)
                .replace("?", embedder);
    }

    private VisionSettings settings(String active) {
        return TestSettings.settings().models(directory).activePack(active).build();
    }

    private static ActivePack active(VisionSettings settings) {
        var pack = new ActivePack(settings, new ModelPacks(settings));
        pack.load();
        return pack;
    }

    private static String manifest() throws IOException {
        return Files.readString(TestFiles.packs().resolve("starter/pack.yaml"));
    }

    private void install(String name, String manifest) throws IOException {
        var pack = Files.createDirectories(directory.resolve(name));
        for (String model : new String[] {"detector.onnx", "embedder.onnx"}) {
            Files.deleteIfExists(pack.resolve(model));
            Files.copy(TestFiles.packs().resolve(name).resolve(model), pack.resolve(model));
        }
        Files.writeString(pack.resolve("pack.yaml"), manifest);
    }
}
