package org.semblance.vision.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.vision.Bitmap;
import org.semblance.vision.Box;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Execution;
import org.semblance.vision.Landmarks;
import org.semblance.vision.Liveness;
import org.semblance.vision.TestFiles;
import org.semblance.vision.TestSettings;
import org.semblance.vision.pack.LivenessFamily;
import org.semblance.vision.pack.LivenessSpec;
import org.semblance.vision.pack.ModelFile;
import org.semblance.vision.pack.ModelPacks;
import org.semblance.vision.photo.ImageIoPhotoDecoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class OnnxLivenessCheckTest {
    private static final Bitmap PICTURE = new Bitmap(100, 100, new byte[3 * 100 * 100]);
    private static final DetectedFace FACE =
            new DetectedFace(new Box(30, 30, 40, 40), new Landmarks(new float[10]), 0.9f);

    @TempDir
    Path directory;

    @Test
    void the_answers_of_all_models_are_averaged() throws IOException {
        assertThat(check(0.4, probabilities("a", 0.1f, 0.9f, 0), probabilities("b", 0.2f, 0.3f, 0.5f)))
                .satisfies(liveness -> {
                    assertThat(liveness.score()).isCloseTo(0.6, within(1e-6));
                    assertThat(liveness.live()).isTrue();
                });
    }

    @Test
    void below_the_threshold_a_face_is_not_live() throws IOException {
        assertThat(check(0.7, probabilities("a", 0.3f, 0.6f, 0.1f)).live()).isFalse();
    }

    @Test
    void where_an_attack_is_likelier_a_face_is_not_live_whatever_the_threshold() throws IOException {
        assertThat(check(0.3, probabilities("a", 0.1f, 0.4f, 0.5f)).live()).isFalse();
    }

    @Test
    void a_model_of_another_kind_is_refused_when_loading() throws IOException {
        var scores = probabilities("a", -3, 7, 1);
        var two = TinyModel.constant(
                Files.createDirectory(directory.resolve("two")),
                List.of(1, 3, 80, 80),
                List.of(Constant.zeros("probs", 1, 2)));

        assertThatThrownBy(() -> check(0.5, scores))
                .isInstanceOf(InferenceException.class)
                .hasMessageContaining("must give probabilities, but they add up to 5.0");
        assertThatThrownBy(() -> check(0.5, two))
                .isInstanceOf(InferenceException.class)
                .hasMessageContaining("must give one output of 3 numbers, not [probs [1, 2]]");
    }

    @Test
    void prints_and_screens_are_told_from_a_person() throws IOException {
        var spec = new LivenessSpec(
                LivenessFamily.MINIFASNET,
                List.of(
                        new LivenessSpec.Model(
                                new ModelFile(
                                        TestFiles.shared("models/antispoof_minifasnet_v2_2.7_80.onnx"),
                                        "152ef72a2362d63403d45e075053baef7e4b6c9c93f4580e5e7e6cf99ddb766e"),
                                2.7),
                        new LivenessSpec.Model(
                                new ModelFile(
                                        TestFiles.shared("models/antispoof_minifasnet_v1se_4.0_80.onnx"),
                                        "78d30256d21dfd0c2224fe8d1ab49ccaa1cd1a03166dfd1b9c1ad6dd4c035af9"),
                                4.0)),
                0.5);

        try (var check = OnnxLivenessCheck.load(spec, Execution.onCpu(1))) {
            assertThat(spoof(check, "image_T1.jpg").score()).isGreaterThan(0.99);
            assertThat(spoof(check, "image_T1.jpg").live()).isTrue();
            assertThat(spoof(check, "image_F1.jpg").live()).isFalse();
            assertThat(spoof(check, "image_F2.jpg").live()).isFalse();
        }
    }

    private Liveness spoof(OnnxLivenessCheck check, String name) throws IOException {
        var decoder = new ImageIoPhotoDecoder(TestSettings.settings().build());
        var picture = decoder.decode(TestFiles.photo(TestFiles.shared("faces/spoof/" + name)));
        var spec = new ModelPacks(TestFiles.packs()).require("starter").detector();
        try (var detector = OnnxFaceDetector.load(spec, 1)) {
            return check.check(picture, detector.detect(picture).get(0));
        }
    }

    private static Liveness check(double threshold, ModelFile... files) {
        var models = Arrays.stream(files)
                .map(file -> new LivenessSpec.Model(file, 2.7))
                .toList();
        var spec = new LivenessSpec(LivenessFamily.MINIFASNET, models, threshold);
        try (var check = OnnxLivenessCheck.load(spec, Execution.onCpu(1))) {
            return check.check(PICTURE, FACE);
        }
    }

    private ModelFile probabilities(String name, float... numbers) throws IOException {
        return TinyModel.constant(
                Files.createDirectory(directory.resolve(name)),
                List.of(1, 3, 80, 80),
                List.of(Constant.zeros("probs", 1, 3).with(0, numbers)));
    }
}
