package org.semblance.vision.analysis;

import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.semblance.vision.AlignedFace;
import org.semblance.vision.Bitmap;
import org.semblance.vision.Box;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Landmarks;
import org.semblance.vision.QualityReason;

import static org.assertj.core.api.Assertions.assertThat;

class FaceQualityTest {
    private static final float[] FRONT = {76, 103, 147, 103, 112, 148, 83, 185, 141, 184};

    @Test
    void a_large_sharp_frontal_face_in_good_light_has_nothing_to_complain_of() {
        var quality = FaceQuality.assess(face(FRONT, 0.9f), crop(value -> value));

        assertThat(quality.score()).isEqualTo(1);
        assertThat(quality.reasons()).isEmpty();
    }

    @Test
    void every_defect_has_its_reason() {
        assertThat(reasons(scaled(0.1f), 0.9f, value -> value)).containsExactly(QualityReason.TOO_SMALL);
        assertThat(reasons(FRONT, 0.6f, value -> value)).containsExactly(QualityReason.LOW_CONFIDENCE);
        assertThat(reasons(FRONT, 0.9f, value -> value / 16)).containsExactly(QualityReason.TOO_DARK);
        assertThat(reasons(FRONT, 0.9f, value -> 100 + value / 16)).containsExactly(QualityReason.LOW_CONTRAST);
        assertThat(reasons(FRONT, 0.9f, value -> Math.min(255, value * 8))).contains(QualityReason.TOO_BRIGHT);
        assertThat(reasons(turned(), 0.9f, value -> value)).contains(QualityReason.EXTREME_POSE);
        assertThat(reasons(tilted(), 0.9f, value -> value)).contains(QualityReason.EXTREME_POSE);
    }

    @Test
    void a_flat_wash_is_blurred_and_confetti_is_noise() {
        var ramp = new AlignedFace(bitmap((x, y) -> 40 + x + y / 2));
        var confetti = new AlignedFace(bitmap((x, y) -> (x + y) % 2 * 90 + 60));

        assertThat(FaceQuality.assess(face(FRONT, 0.9f), ramp).reasons()).contains(QualityReason.TOO_BLURRED);
        assertThat(FaceQuality.assess(face(FRONT, 0.9f), confetti).reasons()).contains(QualityReason.TOO_NOISY);
    }

    @Test
    void a_lower_face_without_mouth_and_nostrils_is_covered() {
        var bare = FaceQuality.assess(face(FRONT, 0.9f), drawn(0.4, 90));
        var covered = FaceQuality.assess(face(FRONT, 0.9f), drawn(1, 90));

        assertThat(bare.reasons()).isEmpty();
        assertThat(covered.reasons()).containsExactly(QualityReason.OCCLUDED);
        assertThat(covered.score()).isLessThan(0.5 * bare.score());
    }

    @Test
    void a_blue_mouth_is_covered_however_folded_the_cloth() {
        assertThat(FaceQuality.assess(face(FRONT, 0.9f), drawn(0.85, 220)).reasons())
                .containsExactly(QualityReason.OCCLUDED);
    }

    private static Set<QualityReason> reasons(float[] landmarks, float confidence, IntUnaryOperator light) {
        return FaceQuality.assess(face(landmarks, confidence), crop(light)).reasons();
    }

    private static DetectedFace face(float[] landmarks, float confidence) {
        return new DetectedFace(new Box(0, 0, 224, 224), new Landmarks(landmarks), confidence);
    }

    private static float[] scaled(float factor) {
        float[] points = FRONT.clone();
        for (int i = 0; i < points.length; i++) {
            points[i] *= factor;
        }
        return points;
    }

    /** The nose beside the middle of the face. */
    private static float[] turned() {
        float[] points = FRONT.clone();
        points[4] += 35;
        return points;
    }

    /** The head lying on its side. */
    private static float[] tilted() {
        float[] points = new float[FRONT.length];
        for (int i = 0; i < points.length; i += 2) {
            points[i] = 224 - FRONT[i + 1];
            points[i + 1] = FRONT[i];
        }
        return points;
    }

    /** Soft waves, about as much contrast and detail as a face, with nostrils and a mouth. */
    private static AlignedFace crop(IntUnaryOperator light) {
        return new AlignedFace(bitmap((x, y) -> light.applyAsInt(
                isMouthOrNostril(x, y) ? 40 : (int) (120 + 60 * Math.sin(x / 3.0) * Math.cos(y / 3.0)))));
    }

    /** Skin with eyes, nostrils and mouth; how light those two are, and the blue of what is below the nose, is given. */
    private static AlignedFace drawn(double marks, int blue) {
        int side = AlignedFace.SIDE;
        byte[] rgb = new byte[3 * side * side];
        for (int i = 0; i < side * side; i++) {
            int x = i % side;
            int y = i / side;
            boolean eye = Math.abs(y - 51) < 5 && (Math.abs(x - 38) < 9 || Math.abs(x - 73) < 9);
            double light = eye ? 0.4 : isMouthOrNostril(x, y) ? marks : 1 - (x + y) % 2 * 0.02;
            rgb[3 * i] = (byte) (190 * light);
            rgb[3 * i + 1] = (byte) (140 * light);
            rgb[3 * i + 2] = (byte) ((y > 70 ? blue : 110) * light);
        }
        return new AlignedFace(new Bitmap(side, side, rgb));
    }

    private static boolean isMouthOrNostril(int x, int y) {
        boolean mouth = Math.abs(y - 92) < 3 && Math.abs(x - 56) < 15;
        return mouth || (Math.abs(y - 75) < 3 && (Math.abs(x - 50) < 3 || Math.abs(x - 62) < 3));
    }

    /** The grey of a pixel. */
    @FunctionalInterface
    private interface Grey {
        int at(int x, int y);
    }

    private static Bitmap bitmap(Grey grey) {
        int side = AlignedFace.SIDE;
        byte[] rgb = new byte[3 * side * side];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) grey.at(i / 3 % side, i / 3 / side);
        }
        return new Bitmap(side, side, rgb);
    }
}
