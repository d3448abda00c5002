package org.semblance.vision.pixels;

import org.junit.jupiter.api.Test;
import org.semblance.vision.Bitmap;
import org.semblance.vision.Box;
import org.semblance.vision.PixelSize;

import static org.assertj.core.api.Assertions.assertThat;

class FaceCropTest {
    private static final PixelSize PICTURE = new PixelSize(400, 300);

    @Test
    void grows_around_the_middle_of_the_box() {
        assertThat(FaceCrop.around(new Box(180, 130, 40, 40), 2.5, PICTURE)).isEqualTo(new Area(150, 100, 101, 101));
    }

    @Test
    void is_moved_into_the_picture_and_not_cut() {
        assertThat(FaceCrop.around(new Box(10, 250, 40, 40), 2.5, PICTURE)).isEqualTo(new Area(0, 199, 101, 101));
    }

    @Test
    void grows_less_where_the_picture_is_too_small() {
        // (300 - 1) / 100 is less than 4.
        assertThat(FaceCrop.around(new Box(150, 100, 100, 100), 4, PICTURE)).isEqualTo(new Area(50, 0, 300, 300));
        assertThat(FaceCrop.around(new Box(-50, -50, 800, 600), 2.7, PICTURE)).isEqualTo(new Area(0, 0, 400, 300));
    }

    @Test
    void models_that_learned_it_get_pixels_left_out_rather_than_averaged() {
        byte[] rgb = new byte[3 * 16];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i / 3 % 4 == 3 ? 200 : 0);
        }
        var striped = new Bitmap(16, 1, rgb);

        assertThat(PictureScaler.interpolate(striped, 4, 1).rgb()[0]).isEqualTo((byte) 0);
        assertThat(PictureScaler.scale(striped, 4, 1).rgb()[0]).isEqualTo((byte) 0);
    }
}
