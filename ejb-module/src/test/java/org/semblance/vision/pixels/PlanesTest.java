package org.semblance.vision.pixels;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.vision.Bitmap;
import org.semblance.vision.PixelSize;

import static org.assertj.core.api.Assertions.assertThat;

class PlanesTest {
    private static final int HEIGHT = 3;
    private static final int LEFT = 2;
    private static final int TOP = 1;

    private final Planes planes = new Planes(ColourOrder.BGR, List.of(1.0, 2.0, 3.0), List.of(2.0, 4.0, 8.0));

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 16, 23, 31})
    void every_pixel_has_its_number_in_every_plane(int width) {
        var picture = noise(width);
        FloatBuffer numbers = FloatBuffer.allocate(Planes.length(width, HEIGHT));

        planes.write(picture, numbers);

        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < width; x++) {
                int red = picture.rgb()[3 * (y * width + x)] & 0xFF;
                int green = picture.rgb()[3 * (y * width + x) + 1] & 0xFF;
                int blue = picture.rgb()[3 * (y * width + x) + 2] & 0xFF;
                int at = y * width + x;
                assertThat(numbers.get(at)).isEqualTo((blue - 1f) / 2);
                assertThat(numbers.get(width * HEIGHT + at)).isEqualTo((green - 2f) / 4);
                assertThat(numbers.get(2 * width * HEIGHT + at)).isEqualTo((red - 3f) / 8);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 13})
    void around_the_picture_is_black(int width) {
        var picture = noise(width);
        var input = new PixelSize(width + 2 * LEFT, HEIGHT + 2 * TOP);
        FloatBuffer numbers = FloatBuffer.allocate(Planes.length(input.width(), input.height()));

        planes.write(picture, new Frame(picture.size(), picture.size(), LEFT, TOP, input), numbers);

        for (int y = 0; y < input.height(); y++) {
            for (int x = 0; x < input.width(); x++) {
                boolean isInside = x >= LEFT && x < LEFT + width && y >= TOP && y < TOP + HEIGHT;
                int blue = isInside ? picture.rgb()[3 * ((y - TOP) * width + x - LEFT) + 2] & 0xFF : 0;
                assertThat(numbers.get(y * input.width() + x)).isEqualTo((blue - 1f) / 2);
            }
        }
    }

    private static Bitmap noise(int width) {
        byte[] rgb = new byte[3 * width * HEIGHT];
        new Random(width).nextBytes(rgb);
        return new Bitmap(width, HEIGHT, rgb);
    }
}
