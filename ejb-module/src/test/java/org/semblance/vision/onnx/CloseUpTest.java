package org.semblance.vision.onnx;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.vision.Box;
import org.semblance.vision.PixelSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CloseUpTest {
    private static final PixelSize PICTURE = new PixelSize(640, 480);

    @ParameterizedTest
    @CsvSource({
        "200, 100, 240, 240",
        "0, 0, 300, 300",
        "-80, -60, 300, 400",
        "500, 300, 300, 300",
        "-100, -100, 900, 900"
    })
    void a_face_is_ninety_pixels_long_in_the_middle_wherever_it_was(int x, int y, int width, int height) {
        var face = new Box(x, y, width, height);

        var closeUp = CloseUp.of(face, PICTURE, CloseUp.INPUT);

        var area = closeUp.area();
        var seen = closeUp.frame().toInput(new Box(x - area.left(), y - area.top(), width, height));
        assertThat(seen.longestSide()).isCloseTo(90, within(1.5f));
        assertThat(seen.x() + seen.width() / 2).isCloseTo(64, within(1.5f));
        assertThat(seen.y() + seen.height() / 2).isCloseTo(64, within(1.5f));
    }

    @ParameterizedTest
    @CsvSource({"-300, 100, 200, 200", "700, 500, 200, 200", "639, 479, 1, 1", "10, 10, 0.4, 0.4"})
    void some_of_the_picture_is_looked_at_however_odd_the_box(float x, float y, float width, float height) {
        var closeUp = CloseUp.of(new Box(x, y, width, height), PICTURE, CloseUp.INPUT);

        var area = closeUp.area();
        assertThat(area.width()).isPositive();
        assertThat(area.height()).isPositive();
        assertThat(area.left() + area.width()).isLessThanOrEqualTo(PICTURE.width());
        assertThat(area.top() + area.height()).isLessThanOrEqualTo(PICTURE.height());
        var frame = closeUp.frame();
        assertThat(frame.left() + frame.scaled().width()).isLessThanOrEqualTo(128);
        assertThat(frame.top() + frame.scaled().height()).isLessThanOrEqualTo(128);
    }

    @Test
    void a_model_that_dictates_its_input_gets_it() {
        var dictated = new PixelSize(320, 320);

        var frame = CloseUp.of(new Box(200, 100, 240, 240), PICTURE, dictated).frame();

        assertThat(frame.input()).isEqualTo(dictated);
        assertThat(frame.scaled()).isEqualTo(CloseUp.INPUT);
    }

    @Test
    void a_flat_input_is_not_overrun() {
        var flat = new PixelSize(640, 96);

        var frame = CloseUp.of(new Box(200, 100, 240, 240), PICTURE, flat).frame();

        assertThat(frame.top() + frame.scaled().height()).isLessThanOrEqualTo(96);
    }
}
