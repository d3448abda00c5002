package org.semblance.vision.pixels;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.vision.Bitmap;
import org.semblance.vision.Box;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Landmarks;
import org.semblance.vision.PixelSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FrameTest {

    @Test
    void shrinks_to_the_longest_side_and_pads_to_whole_cells() {
        var frame = Frame.fit(new PixelSize(1280, 886), 640, 0, 32);

        assertThat(frame.scaled()).isEqualTo(new PixelSize(640, 443));
        assertThat(frame.input()).isEqualTo(new PixelSize(640, 448));
    }

    @Test
    void never_enlarges_and_keeps_a_pixel_of_the_thinnest_picture() {
        assertThat(Frame.fit(new PixelSize(100, 60), 640, 0, 32).scaled()).isEqualTo(new PixelSize(100, 60));
        assertThat(Frame.fit(new PixelSize(20_000, 2), 640, 0, 32).scaled()).isEqualTo(new PixelSize(640, 1));
    }

    @Test
    void leads_back_to_the_picture_from_behind_a_border() {
        var frame = Frame.fit(new PixelSize(1000, 500), 300, 0.25f, 32);
        float[] points = new float[10];
        Arrays.fill(points, 50 + 100);

        var face = frame.toPicture(new DetectedFace(new Box(50, 25, 100, 50), new Landmarks(points), 1));

        assertThat(frame.scaled()).isEqualTo(new PixelSize(200, 100));
        assertThat(face.box()).isEqualTo(new Box(0, 0, 500, 250));
        assertThat(face.landmarks().x(0)).isCloseTo(500, within(1e-3f));
    }

    @Test
    void fits_into_an_input_that_the_model_dictates() {
        var frame = Frame.into(new PixelSize(640, 640), new PixelSize(1280, 640), 0);

        assertThat(frame.scaled()).isEqualTo(new PixelSize(640, 320));
        assertThat(frame.input()).isEqualTo(new PixelSize(640, 640));
    }

    @Test
    void planes_hold_the_picture_in_its_frame_and_normalised_black_around_it() {
        var planes = new Planes(ColourOrder.BGR, List.of(1.0, 1.0, 1.0), List.of(2.0, 2.0, 2.0));
        var picture = new Bitmap(1, 1, new byte[] {3, 5, 7});
        var frame = new Frame(picture.size(), picture.size(), 1, 0, new PixelSize(2, 2));
        var numbers = FloatBuffer.allocate(Planes.length(2, 2));
        Arrays.fill(numbers.array(), Float.NaN);

        planes.write(picture, frame, numbers);

        assertThat(numbers.array()).containsExactly(-.5f, 3, -.5f, -.5f, -.5f, 2, -.5f, -.5f, -.5f, 1, -.5f, -.5f);
    }

    @Test
    void scaling_is_centred_between_pixels() {
        var picture =
                new Bitmap(4, 1, new byte[] {0, 0, 0, 100, 100, 100, (byte) 200, (byte) 200, (byte) 200, 0, 0, 0});

        var scaled = PictureScaler.scale(picture, 3, 1);

        assertThat(scaled.rgb()[0]).isEqualTo((byte) 17);
        assertThat(scaled.rgb()[3]).isEqualTo((byte) 150);
    }
}
