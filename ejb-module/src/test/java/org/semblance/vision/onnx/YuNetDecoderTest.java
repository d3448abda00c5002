package org.semblance.vision.onnx;

import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.vision.Box;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Landmarks;
import org.semblance.vision.PixelSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class YuNetDecoderTest {
    private static final PixelSize INPUT = new PixelSize(64, 32);

    @Test
    void offsets_count_in_cells_and_sizes_are_logarithms() {
        var outputs = silence();
        int cell = 1; // the second of two at stride 32
        put(outputs, "cls_32", cell, 0.9f);
        put(outputs, "obj_32", cell, 0.8f);
        put(outputs, "bbox_32", 4 * cell, 0.5f);
        put(outputs, "bbox_32", 4 * cell + 1, 0.25f);
        put(outputs, "bbox_32", 4 * cell + 3, (float) Math.log(2));
        put(outputs, "kps_32", 10 * cell + 2, -0.5f);

        var faces = new YuNetDecoder().decode(output(outputs), INPUT, 0.5f);

        assertThat(faces).hasSize(1);
        assertThat(faces.get(0).confidence()).isEqualTo(0.9f * 0.8f);
        assertThat(faces.get(0).box()).isEqualTo(new Box(32, -24, 32, 64));
        assertThat(faces.get(0).landmarks()).isEqualTo(new Landmarks(32, 0, 16, 0, 32, 0, 32, 0, 32, 0));
    }

    @Test
    void what_is_not_above_the_threshold_is_no_face() {
        var outputs = silence();
        put(outputs, "cls_8", 5, 0.5f);
        put(outputs, "obj_8", 5, 1);

        assertThat(new YuNetDecoder().decode(output(outputs), INPUT, 0.5f)).isEmpty();
    }

    @Test
    void outputs_of_another_size_are_refused() {
        var outputs = silence();
        outputs.put("bbox_16", FloatBuffer.allocate(7));

        assertThatThrownBy(() -> new YuNetDecoder().decode(output(outputs), INPUT, 0.5f))
                .isInstanceOf(InferenceException.class)
                .hasMessageContaining("bbox_16 must hold 32 numbers, not 7");
    }

    @Test
    void of_overlapping_boxes_the_surest_is_kept() {
        var weak = face(0, 0.6f);
        var strong = face(2, 0.9f);
        var apart = face(50, 0.7f);

        assertThat(Suppression.keepSurest(List.of(weak, strong, apart), 0.3f, 10))
                .containsExactly(strong, apart);
        assertThat(Suppression.keepSurest(List.of(weak, strong, apart), 0.3f, 1))
                .containsExactly(strong);
    }

    private static DetectedFace face(float x, float confidence) {
        return new DetectedFace(new Box(x, 0, 20, 20), new Landmarks(new float[10]), confidence);
    }

    private static Map<String, FloatBuffer> silence() {
        Map<String, FloatBuffer> outputs = new HashMap<>();
        for (int stride : new int[] {8, 16, 32}) {
            int cells = INPUT.width() / stride * (INPUT.height() / stride);
            outputs.put("cls_" + stride, FloatBuffer.allocate(cells));
            outputs.put("obj_" + stride, FloatBuffer.allocate(cells));
            outputs.put("bbox_" + stride, FloatBuffer.allocate(4 * cells));
            outputs.put("kps_" + stride, FloatBuffer.allocate(10 * cells));
        }
        return outputs;
    }

    private static ModelOutput output(Map<String, FloatBuffer> outputs) {
        return new ModelOutput(outputs.entrySet().stream()
                .map(output -> new ModelOutput.Tensor(output.getKey(), List.of(), output.getValue()))
                .toList());
    }

    private static void put(Map<String, FloatBuffer> outputs, String name, int at, float value) {
        output(outputs).require(name).put(at, value);
    }
}
