package org.semblance.vision;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class JpegEncoderTest {
    private static final int WIDTH = 48;
    private static final int HEIGHT = 32;

    @Test
    void colours_stay_where_they_are() throws IOException {
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(JpegEncoder.encode(halves(Color.RED, Color.BLUE))));

        assertThat(read.getWidth()).isEqualTo(WIDTH);
        assertThat(read.getHeight()).isEqualTo(HEIGHT);
        assertClose(new Color(read.getRGB(WIDTH / 4, HEIGHT / 2)), Color.RED);
        assertClose(new Color(read.getRGB(3 * WIDTH / 4, HEIGHT / 2)), Color.BLUE);
    }

    @Test
    void any_program_can_read_it_and_it_carries_nothing_but_pixels() {
        String bytes = new String(JpegEncoder.encode(halves(Color.RED, Color.BLUE)), StandardCharsets.ISO_8859_1);

        assertThat(bytes)
                .startsWith("\u00ff\u00d8\u00ff\u00e0")
                .contains("JFIF")
                .endsWith("\u00ff\u00d9");
        assertThat(bytes).doesNotContain("Exif", "ICC_PROFILE", "Adobe", "http");
    }

    private static Bitmap halves(Color left, Color right) {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int i = 0; i < rgb.length; i += 3) {
            Color colour = i / 3 % WIDTH < WIDTH / 2 ? left : right;
            rgb[i] = (byte) colour.getRed();
            rgb[i + 1] = (byte) colour.getGreen();
            rgb[i + 2] = (byte) colour.getBlue();
        }
        return new Bitmap(WIDTH, HEIGHT, rgb);
    }

    private static void assertClose(Color actual, Color expected) {
        assertThat(actual.getRed()).isCloseTo(expected.getRed(), within(8));
        assertThat(actual.getGreen()).isCloseTo(expected.getGreen(), within(8));
        assertThat(actual.getBlue()).isCloseTo(expected.getBlue(), within(8));
    }
}
