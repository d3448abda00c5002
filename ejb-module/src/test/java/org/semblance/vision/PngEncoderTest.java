package org.semblance.vision;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PngEncoderTest {

    @Test
    void other_programs_read_the_same_pixels_back() throws IOException {
        byte[] rgb = new byte[3 * 7 * 5];
        new Random(3).nextBytes(rgb);

        var read = ImageIO.read(new ByteArrayInputStream(PngEncoder.encode(new Bitmap(7, 5, rgb))));

        assertThat(read.getWidth()).isEqualTo(7);
        assertThat(read.getHeight()).isEqualTo(5);
        for (int i = 0; i < 35; i++) {
            int colour = (rgb[3 * i] & 0xFF) << 16 | (rgb[3 * i + 1] & 0xFF) << 8 | (rgb[3 * i + 2] & 0xFF);
            assertThat(read.getRGB(i % 7, i / 7) & 0xFFFFFF).isEqualTo(colour);
        }
    }
}
