package org.semblance.vision.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.vision.Bitmap;
import org.semblance.vision.Box;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.PixelSize;
import org.semblance.vision.pack.DetectorFamily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class RetinaFaceDecoderTest {
    private static final PixelSize INPUT = new PixelSize(128, 64);

    /** 2 * (16 * 8 + 8 * 4 + 4 * 2). */
    private static final int PRIORS = 336;

    @TempDir
    Path directory;

    @Test
    void offsets_are_tenths_of_the_prior_and_sizes_logarithms_in_fifths() {
        var outputs = silence();
        // Stride 16 starts at 256; the second prior of column 3, row 2 is 256 + (2 * 8 + 3) * 2 + 1 = 295: a square of
        // 128 around 56, 40.
        outputs.get(0).with(4 * 295, 0.5f, -0.25f, 5 * (float) Math.log(0.5), 0);
        outputs.get(1).with(2 * 295, 0.25f, 0.75f);
        outputs.get(2).with(10 * 295, -1, -1, 1, -1, 0, 0, -1, 1, 1, 1);

        var faces = decode(outputs);

        assertThat(faces).hasSize(1);
        assertThat(faces.get(0).confidence()).isEqualTo(0.75f);
        assertThat(numbers(faces.get(0).box()))
                .containsExactly(new float[] {56 + 6.4f - 32, 40 - 3.2f - 64, 64, 128}, within(0.001f));
        assertThat(faces.get(0).landmarks().coordinates())
                .containsExactly(
                        new float[] {43.2f, 27.2f, 68.8f, 27.2f, 56, 40, 43.2f, 52.8f, 68.8f, 52.8f}, within(0.001f));
    }

    /** The priors as the authors list them: level by level, row by row, both sizes of a cell one after the other. */
    @Test
    void priors_are_those_of_the_reference() {
        List<Box> expected = new ArrayList<>();
        int[][] sides = {{16, 32}, {64, 128}, {256, 512}};
        for (int level = 0; level < 3; level++) {
            int step = 8 << level;
            for (int row = 0; row < Math.ceil(64.0 / step); row++) {
                for (int column = 0; column < Math.ceil(128.0 / step); column++) {
                    for (int side : sides[level]) {
                        double centreX = (column + 0.5) * step / 128;
                        double centreY = (row + 0.5) * step / 64;
                        double width = side / 128.0;
                        double height = side / 64.0;
                        expected.add(new Box(
                                (float) (128 * (centreX - width / 2)),
                                (float) (64 * (centreY - height / 2)),
                                (float) (128 * width),
                                (float) (64 * height)));
                    }
                }
            }
        }
        var outputs = silence();
        for (int prior = 0; prior < PRIORS; prior++) {
            outputs.get(1).with(2 * prior + 1, 1);
        }

        assertThat(decode(outputs)).extracting(DetectedFace::box).isEqualTo(expected);
    }

    @Test
    void a_model_is_loaded_and_run_whatever_the_order_of_its_outputs() throws IOException {
        var outputs = silence();
        outputs.get(1).with(2 * 295, 0.25f, 0.75f);
        outputs.get(2).with(10 * 295, -1, -1, 1, -1, 0, 0, -1, 1, 1, 1);
        var file = TinyModel.constant(
                directory, List.of(1, 3, 64, 128), List.of(outputs.get(2), outputs.get(0), outputs.get(1)));

        try (var detector = OnnxFaceDetector.load(Specs.detector(file, DetectorFamily.RETINAFACE), 1)) {
            var faces = detector.detect(new Bitmap(128, 64, new byte[3 * 128 * 64]));

            assertThat(faces.get(0).confidence()).isEqualTo(0.75f);
            assertThat(faces.get(0).box()).isEqualTo(new Box(-8, -24, 128, 128));
        }
    }

    @Test
    void another_model_is_refused_when_loading() throws IOException {
        var outputs = silence();
        outputs.set(1, Constant.zeros("conf", 1, 100, 2));
        var file = TinyModel.constant(directory, List.of(1, 3, 64, 128), outputs);

        assertThatThrownBy(() -> OnnxFaceDetector.load(Specs.detector(file, DetectorFamily.RETINAFACE), 1))
                .isInstanceOf(InferenceException.class)
                .hasMessageContaining("is no RETINAFACE detector")
                .hasMessageContaining("[336, 2]")
                .hasMessageContaining("conf [1, 100, 2]");
    }

    private static float[] numbers(Box box) {
        return new float[] {box.x(), box.y(), box.width(), box.height()};
    }

    private static List<DetectedFace> decode(List<Constant> outputs) {
        return new RetinaFaceDecoder().decode(Constant.output(outputs), INPUT, 0.5f);
    }

    private static List<Constant> silence() {
        return new ArrayList<>(List.of(
                Constant.zeros("loc", 1, PRIORS, 4),
                Constant.zeros("conf", 1, PRIORS, 2),
                Constant.zeros("landms", 1, PRIORS, 10)));
    }
}
