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
    @ValueSource(ints = {2, 3, 5, 8, 257, 300})
    void every_pixel_is_the_mean_of_its_square(int factor) {
        var picture = noise(2 * factor + 1, factor + 1);

        var shrunk = BoxFilter.shrink(picture, factor);

        assertThat(shrunk.size()).isEqualTo(new PixelSize(2, 1));
        for (int i = 0; i < 6; i++) {
            double mean = mean(picture, factor * (i / 3), 0, factor, i % 3);
            assertThat((double) (shrunk.rgb()[i] & 0xFF)).isCloseTo(mean, within(0.5001));
        }
    }

    @Test
    void white_stays_white_and_a_half_is_rounded_up() {
        byte[] white = new byte[3 * 16];
        Arrays.fill(white, (byte) 255);
        byte[] half = {0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1};

        assertThat(BoxFilter.shrink(new Bitmap(4, 4, white), 2).rgb()).containsOnly(255);
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
