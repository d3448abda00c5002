package org.semblance.vision.pixels;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.vision.Bitmap;
import org.semblance.vision.PixelSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BoxFilterTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 15, 16, 17, 257})
    void every_pixel_is_the_mean_of_its_square(int factor) {
        var picture = noise(7 * factor + 1, 3 * factor + 1);

        var shrunk = BoxFilter.shrink(picture, factor);

        assertThat(shrunk.size()).isEqualTo(new PixelSize(7, 3));
        for (int i = 0; i < shrunk.rgb().length; i++) {
            int pixel = i / 3;
            double mean = mean(picture, pixel % 7 * factor, pixel / 7 * factor, factor, i % 3);
            assertThat((double) (shrunk.rgb()[i] & 0xFF)).isCloseTo(mean, within(0.5001));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 16, 17})
    void the_last_byte_counts(int factor) {
        var picture = noise(3 * factor, 2 * factor);

        var shrunk = BoxFilter.shrink(picture, factor);

        double mean = mean(picture, 2 * factor, factor, factor, 2);
        assertThat((double) (shrunk.rgb()[17] & 0xFF)).isCloseTo(mean, within(0.5001));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 9, 16, 17})
    void white_stays_white(int factor) {
        byte[] white = new byte[3 * 4 * factor * factor];
        Arrays.fill(white, (byte) 255);

        assertThat(BoxFilter.shrink(new Bitmap(2 * factor, 2 * factor, white), factor)
                        .rgb())
                .containsOnly(255);
    }

    @Test
    void a_half_is_rounded_up() {
        byte[] half = {0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1};

        assertThat(BoxFilter.shrink(new Bitmap(2, 2, half), 2).rgb()).containsOnly(1);
    }

    @Test
    void a_part_is_the_same_as_in_the_whole() {
        var picture = noise(64, 48);

        var whole = BoxFilter.shrink(picture, 3);
        var part = BoxFilter.shrink(picture, 3, new Area(4, 5, 7, 9));

        assertThat(part.rgb()).isEqualTo(new Area(4, 5, 7, 9).cut(whole).rgb());
    }

    private static double mean(Bitmap picture, int left, int top, int side, int channel) {
        double sum = 0;
        for (int i = 0; i < side * side; i++) {
            int pixel = (top + i / side) * picture.width() + left + i % side;
            sum += picture.rgb()[3 * pixel + channel] & 0xFF;
        }
        return sum / (side * side);
    }

    private static Bitmap noise(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        new Random(5).nextBytes(rgb);
        return new Bitmap(width, height, rgb);
    }
}
