package org.semblance.vision.evaluation;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.vision.Bitmap;
import org.semblance.vision.Box;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Landmarks;
import org.semblance.vision.PixelSize;

import static org.assertj.core.api.Assertions.assertThat;

class LabelledFacesTest {

    @Test
    void of_two_faces_as_large_the_one_nearer_to_the_middle_is_meant() {
        var left = face(0, 40, 20);
        var middle = face(45, 45, 20);

        assertThat(LabelledFaces.labelled(List.of(left, middle), new PixelSize(100, 100)))
                .isSameAs(middle);
    }

    @Test
    void a_large_face_is_meant_before_a_small_one_that_is_a_little_nearer() {
        var small = face(52, 50, 4);
        var large = face(15, 20, 60);

        assertThat(LabelledFaces.labelled(List.of(small, large), new PixelSize(100, 100)))
                .isSameAs(large);
    }

    @Test
    void a_border_is_black_and_leaves_the_picture_in_the_middle() {
        byte[] white = new byte[3 * 4 * 8];
        Arrays.fill(white, (byte) 255);

        var bordered = LabelledFaces.bordered(new Bitmap(4, 8, white), 0.25f);

        assertThat(bordered.size()).isEqualTo(new PixelSize(6, 12));
        assertThat(sum(bordered)).isEqualTo(255 * 3 * 4 * 8);
        assertThat(bordered.rgb()[3 * (2 * 6 + 1)])
                .as("first pixel of the picture")
                .isEqualTo((byte) 255);
        assertThat(bordered.rgb()[3 * (2 * 6 + 1) - 1])
                .as("last one of the border")
                .isZero();
    }

    @Test
    void no_border_changes_nothing() {
        var picture = new Bitmap(1, 1, new byte[3]);

        assertThat(LabelledFaces.bordered(picture, 0)).isSameAs(picture);
    }

    private static int sum(Bitmap picture) {
        int sum = 0;
        for (byte value : picture.rgb()) {
            sum += value & 0xFF;
        }
        return sum;
    }

    private static DetectedFace face(float x, float y, float side) {
        return new DetectedFace(new Box(x, y, side, side), new Landmarks(new float[10]), 0.9f);
    }
}
