package org.semblance.vision.onnx;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.vision.Box;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Landmarks;
import org.semblance.vision.PixelSize;
import org.semblance.vision.pixels.Area;

import static org.assertj.core.api.Assertions.assertThat;

class CloserLookTest {
    private static final long BOUND = 24L * 640 * 640;

    private static final Area MIDDLE = new Area(500, 400, 960, 960);

    @Test
    void a_picture_that_the_first_look_saw_well_costs_nothing_more() {
        assertThat(CloserLook.at(new PixelSize(640, 480), 1, 960, BOUND, 20).tiles())
                .isEmpty();
        assertThat(CloserLook.at(new PixelSize(860, 640), 640.0 / 860, 960, BOUND, 20)
                        .tiles())
                .isEmpty();
        assertThat(CloserLook.at(new PixelSize(4000, 3000), 0.16, 960, BOUND, 1000)
                        .tiles())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280, 960, 2", "2000, 1500, 4", "4000, 3000, 16", "8660, 5773, 16", "20000, 2500, 30", "641, 50000, 60"
    })
    void the_work_is_bounded_however_large_the_picture(int width, int height, int most) {
        var look = CloserLook.at(new PixelSize(width, height), 640.0 / Math.max(width, height), 960, BOUND, 20);

        assertThat(look.tiles()).hasSizeBetween(1, most);
        assertThat(look.tiles()).allMatch(tile -> look.longestSide(tile) <= 960);
    }

    @Test
    void a_smaller_face_asked_for_means_a_finer_look() {
        var size = new PixelSize(2000, 1500);
        var fine = CloserLook.at(size, 0.32, 960, BOUND, 20);
        var coarse = CloserLook.at(size, 0.32, 960, BOUND, 40);

        assertThat(fine.tiles().size()).isGreaterThan(coarse.tiles().size());
    }

    @Test
    void a_face_cut_off_by_a_neighbouring_tile_is_left_to_that() {
        var look = CloserLook.at(new PixelSize(4000, 3000), 0.16, 960, BOUND, 20);

        assertThat(look.isTrusted(face(100, 100, 50, 0.9f), MIDDLE)).isTrue();
        assertThat(look.isTrusted(face(-1, 100, 50, 0.9f), MIDDLE)).isFalse();
        assertThat(look.isTrusted(face(100, 920, 50, 0.9f), MIDDLE)).isFalse();
        assertThat(look.isTrusted(face(-1, 100, 50, 0.9f), new Area(0, 400, 960, 960)))
                .isTrue();
    }

    @Test
    void a_face_that_the_first_look_could_not_miss_is_left_to_that() {
        var look = CloserLook.at(new PixelSize(4000, 3000), 0.16, 960, BOUND, 20);

        assertThat(look.isTrusted(face(100, 100, 250, 0.9f), MIDDLE)).isTrue();
        assertThat(look.isTrusted(face(100, 100, 251, 0.9f), MIDDLE)).isFalse();
    }

    @Test
    void a_little_face_inside_a_large_and_surer_one_is_none() {
        var large = face(100, 100, 400, 0.8f);
        var nostril = face(250, 250, 40, 0.6f);
        var held = face(250, 250, 40, 0.85f);
        var beside = face(490, 490, 40, 0.6f);

        assertThat(CloserLook.join(List.of(large), List.of(nostril, held, beside)))
                .containsExactly(large, held, beside);
    }

    private static DetectedFace face(float x, float y, float side, float confidence) {
        return new DetectedFace(new Box(x, y, side, side), new Landmarks(new float[10]), confidence);
    }

    @Test
    void a_slow_detector_looks_less_closely_or_not_at_all() {
        var size = new PixelSize(4000, 3000);
        var usual = CloserLook.at(size, 0.16, 960, BOUND, 20);
        var slow = CloserLook.at(size, 0.16, 960, BOUND / 6, 20);

        assertThat(slow.tiles()).isNotEmpty().hasSizeLessThan(usual.tiles().size());
        assertThat(CloserLook.at(size, 0.16, 960, 0, 20).tiles()).isEmpty();
    }
}
