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
import org.semblance.vision.Execution;
import org.semblance.vision.Landmarks;
import org.semblance.vision.PixelSize;
import org.semblance.vision.pack.DetectorFamily;
import org.semblance.vision.pack.ModelFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ScrfdDecoderTest {
    private static final PixelSize INPUT = new PixelSize(128, 64);

    @TempDir
    Path directory;

    @Test
    void distances_and_offsets_count_in_cells_from_the_corner_of_the_cell() {
        var outputs = silence();
        // Stride 16: eight columns; the second anchor of column 3, row 2 is number (2 * 8 + 3) * 2 + 1 = 39, and its
        // corner lies at 48, 32.
        outputs.get(1).with(39, 0.75f);
        outputs.get(4).with(4 * 39, 1, 0.5f, 2, 3);
        outputs.get(7).with(10 * 39, -0.5f, 0.25f, 0.5f, 0.25f, 0, 1, -0.5f, 2, 0.5f, 2);

        var faces = decode(outputs);

        assertThat(faces)
                .containsExactly(new DetectedFace(
                        new Box(32, 24, 48, 56), new Landmarks(40, 36, 56, 36, 48, 48, 40, 64, 56, 64), 0.75f));
    }

    @Test
    void both_anchors_of_a_cell_of_every_stride_are_looked_at() {
        var outputs = silence();
        outputs.get(0).with(0, 0.9f, 0.8f).with(255, 0.5f);
        outputs.get(2).with(15, 0.7f);
        outputs.get(3).with(0, 1, 1, 1, 1, 0, 0, 2, 2);
        outputs.get(5).with(60, 1, 1, 0, 0);

        var faces = decode(outputs);

        assertThat(faces).extracting(DetectedFace::confidence).containsExactly(0.9f, 0.8f, 0.7f);
        assertThat(faces)
                .extracting(DetectedFace::box)
                .containsExactly(new Box(-8, -8, 16, 16), new Box(0, 0, 16, 16), new Box(64, 0, 32, 32));
    }

    @Test
    void a_dimension_for_the_batch_and_an_order_by_stride_change_nothing() {
        List<Constant> outputs = new ArrayList<>();
        for (int stride : new int[] {8, 16, 32}) {
            int anchors = 2 * (128 / stride) * (64 / stride);
            outputs.add(Constant.zeros("s" + stride, 1, anchors, 1));
            outputs.add(Constant.zeros("b" + stride, 1, anchors, 4));
            outputs.add(Constant.zeros("p" + stride, 1, anchors, 10));
        }
        outputs.get(6).with(15, 0.7f);
        outputs.get(7).with(60, 1, 1, 0, 0);

        assertThat(decode(outputs)).extracting(DetectedFace::box).containsExactly(new Box(64, 0, 32, 32));
    }

    @Test
    void a_model_is_loaded_run_and_its_faces_brought_back_to_the_picture() throws IOException {
        var outputs = silence();
        outputs.get(1).with(39, 0.75f);
        outputs.get(4).with(4 * 39, 1, 0.5f, 2, 3);
        outputs.get(7).with(10 * 39, -0.5f, 0.25f, 0.5f, 0.25f, 0, 1, -0.5f, 2, 0.5f, 2);
        var file = TinyModel.constant(directory, List.of(1, 3, 64, 128), outputs);

        try (var detector = load(file)) {
            var faces = detector.detect(new Bitmap(256, 128, new byte[3 * 256 * 128]));

            assertThat(faces).hasSize(1);
            assertThat(faces.get(0).box()).isEqualTo(new Box(64, 48, 96, 112));
            assertThat(faces.get(0).landmarks().coordinates())
                    .containsExactly(new float[] {80, 72, 112, 72, 96, 96, 80, 128, 112, 128}, within(0.001f));
        }
    }

    @Test
    void a_model_without_points_is_refused_when_loading() throws IOException {
        var file =
                TinyModel.constant(directory, List.of(1, 3, 64, 128), silence().subList(0, 6));

        assertThatThrownBy(() -> OnnxFaceDetector.load(Specs.detector(file, DetectorFamily.SCRFD), 1))
                .isInstanceOf(InferenceException.class)
                .hasMessageContaining("constant.onnx is no SCRFD detector")
                .hasMessageContaining("must give the outputs [256, 10], [64, 10], [16, 10] in this order")
                .hasMessageContaining("none of that width");
    }

    @Test
    void a_model_of_one_anchor_a_cell_is_refused_with_what_it_gives() throws IOException {
        var outputs = silence();
        outputs.set(0, Constant.zeros("443", 128, 1));
        var file = TinyModel.constant(directory, List.of(1, 3, 64, 128), outputs);

        assertThatThrownBy(() -> OnnxFaceDetector.load(Specs.detector(file, DetectorFamily.SCRFD), 1))
                .isInstanceOf(InferenceException.class)
                .hasMessageContaining("[256, 1], [64, 1], [16, 1]")
                .hasMessageContaining("443 [128, 1]");
    }

    /** Without a closer look, in which a model that always says the same would say it again. */
    private static OnnxFaceDetector load(ModelFile file) {
        return OnnxFaceDetector.load(Specs.detector(file, DetectorFamily.SCRFD), Execution.onCpu(1), 1000);
    }

    private static List<DetectedFace> decode(List<Constant> outputs) {
        return new ScrfdDecoder().decode(Constant.output(outputs), INPUT, 0.5f);
    }

    /** Scores, boxes and points for the three strides, under names such as a converter makes up. */
    private static List<Constant> silence() {
        List<Constant> outputs = new ArrayList<>();
        for (int width : new int[] {1, 4, 10}) {
            for (int stride : new int[] {8, 16, 32}) {
                outputs.add(Constant.zeros(
                        String.valueOf(443 + outputs.size()), 2 * (128 / stride) * (64 / stride), width));
            }
        }
        return outputs;
    }
}
