package org.semblance.vision.pixels;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.vision.Bitmap;
import org.semblance.vision.Box;

import static org.assertj.core.api.Assertions.assertThat;

class FaceCoverTest {
    private static final int SIDE = 100;

    @Test
    void a_face_and_what_is_around_it_becomes_one_grey() {
        Bitmap covered = FaceCover.cover(white(), List.of(new Box(40, 40, 20, 20)));

        assertThat(List.of(red(covered, 50, 50), red(covered, 34, 34), red(covered, 66, 66)))
                .containsOnly(0x80);
        assertThat(List.of(red(covered, 30, 50), red(covered, 70, 50), red(covered, 50, 30), red(covered, 50, 70)))
                .containsOnly(0xff);
    }

    @Test
    void a_face_may_reach_beyond_the_picture() {
        Bitmap covered = FaceCover.cover(white(), List.of(new Box(-10, 90, 300, 300), new Box(500, 500, 10, 10)));

        assertThat(red(covered, 0, 99)).isEqualTo(0x80);
        assertThat(red(covered, 99, 99)).isEqualTo(0x80);
    }

    @Test
    void the_picture_itself_stays_as_it_is() {
        Bitmap picture = white();

        FaceCover.cover(picture, List.of(new Box(0, 0, 100, 100)));

        assertThat(red(picture, 50, 50)).isEqualTo(0xff);
    }

    private static Bitmap white() {
        byte[] rgb = new byte[3 * SIDE * SIDE];
        Arrays.fill(rgb, (byte) 0xff);
        return new Bitmap(SIDE, SIDE, rgb);
    }

    private static int red(Bitmap picture, int x, int y) {
        return picture.rgb()[3 * (y * SIDE + x)] & 0xff;
    }
}
