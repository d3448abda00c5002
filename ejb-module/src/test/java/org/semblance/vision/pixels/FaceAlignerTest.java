package org.semblance.vision.pixels;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.semblance.vision.AlignedFace;
import org.semblance.vision.Bitmap;
import org.semblance.vision.Landmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class FaceAlignerTest {
    private static final float[] TEMPLATE = {
        38.2946f, 51.6963f, 73.5318f, 51.5014f, 56.0252f, 71.7366f, 41.5493f, 92.3655f, 70.7299f, 92.2041f
    };

    @Test
    void landmarks_on_the_template_leave_the_picture_as_it_is() {
        var picture = gradient(AlignedFace.SIDE);

        var aligned = FaceAligner.align(picture, new Landmarks(TEMPLATE));

        assertThat(aligned.bitmap().rgb()).isEqualTo(picture.rgb());
    }

    @Test
    void a_large_face_is_shrunk_with_all_its_pixels() {
        var landmarks = new Landmarks(enlarged(4.2f));

        var aligned = FaceAligner.align(checks(5 * AlignedFace.SIDE), landmarks);

        assertThat(FaceAligner.pixelsPerPixel(landmarks)).isCloseTo(4.2, within(1e-4));
        for (byte value : aligned.bitmap().rgb()) {
            assertThat(value & 0xFF).as("the mean of black and white").isBetween(126, 129);
        }
    }

    @Test
    void only_the_looked_at_part_is_shrunk_and_gives_the_same() {
        var picture = gradient(4 * AlignedFace.SIDE);
        float[] turned = enlarged(2.7f);
        turned[1] += 40;
        var points = new Landmarks(turned);

        var whole = FaceAligner.align(picture, points);
        var wider = FaceAligner.align(framedInBlack(picture, 400), moved(points, 400));

        assertThat(difference(whole, wider)).isLessThan(1.5);
    }

    @Test
    void outside_the_picture_all_is_black() {
        var white = new Bitmap(40, 40, filled(3 * 40 * 40, (byte) 255));

        var aligned = FaceAligner.align(white, new Landmarks(TEMPLATE));

        byte[] rgb = aligned.bitmap().rgb();
        assertThat(rgb[3 * (20 * AlignedFace.SIDE + 20)] & 0xFF).isEqualTo(255);
        assertThat(rgb[3 * (60 * AlignedFace.SIDE + 60)]).isZero();
    }

    @Test
    void landmarks_on_one_spot_are_refused() {
        var spot = new Landmarks(new float[10]);

        assertThatThrownBy(() -> FaceAligner.align(gradient(50), spot)).isInstanceOf(IllegalArgumentException.class);
    }

    private static float[] enlarged(float factor) {
        float[] points = TEMPLATE.clone();
        for (int i = 0; i < points.length; i++) {
            points[i] = (points[i] + 0.5f) * factor - 0.5f;
        }
        return points;
    }

    private static Landmarks moved(Landmarks landmarks, int by) {
        float[] points = landmarks.coordinates();
        for (int i = 0; i < points.length; i++) {
            points[i] += by;
        }
        return new Landmarks(points);
    }

    private static Bitmap framedInBlack(Bitmap picture, int border) {
        int side = picture.width() + 2 * border;
        byte[] rgb = new byte[3 * side * side];
        for (int y = 0; y < picture.height(); y++) {
            System.arraycopy(
                    picture.rgb(),
                    3 * y * picture.width(),
                    rgb,
                    3 * ((y + border) * side + border),
                    3 * picture.width());
        }
        return new Bitmap(side, side, rgb);
    }

    private static double difference(AlignedFace one, AlignedFace other) {
        double sum = 0;
        byte[] left = one.bitmap().rgb();
        byte[] right = other.bitmap().rgb();
        for (int i = 0; i < left.length; i++) {
            sum += Math.abs((left[i] & 0xFF) - (right[i] & 0xFF));
        }
        return sum / left.length;
    }

    private static Bitmap gradient(int side) {
        byte[] rgb = new byte[3 * side * side];
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i] = (byte) (i / 3 % side * 255 / side);
            rgb[i + 1] = (byte) (i / 3 / side * 255 / side);
            rgb[i + 2] = (byte) (i / 3 % 7 * 30);
        }
        return new Bitmap(side, side, rgb);
    }

    private static Bitmap checks(int side) {
        byte[] rgb = new byte[3 * side * side];
        for (int i = 0; i < side * side; i++) {
            byte value = (byte) ((i % side + i / side) % 2 * 255);
            Arrays.fill(rgb, 3 * i, 3 * i + 3, value);
        }
        return new Bitmap(side, side, rgb);
    }

    private static byte[] filled(int length, byte value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, value);
        return bytes;
    }
}
