package org.semblance.vision;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnalysisTest {
    private static final Bitmap PICTURE = new Bitmap(112, 112, new byte[3 * 112 * 112]);

    @Test
    void a_face_less_than_a_quarter_as_long_as_the_longest_is_a_passer_by() {
        var near = face(400);
        var beside = face(100);
        var far = face(99);

        assertThat(analysis(List.of(far, near, beside)).prominent()).containsExactly(near, beside);
        assertThat(analysis(List.of(far)).prominent()).containsExactly(far);
        assertThat(analysis(List.of()).prominent()).isEmpty();
    }

    private static Analysis analysis(List<AnalyzedFace> faces) {
        return new Analysis(new DecodedPhoto(PICTURE, null), faces);
    }

    private static AnalyzedFace face(float length) {
        return new AnalyzedFace(
                new DetectedFace(new Box(0, 0, length / 2, length), new Landmarks(new float[10]), 0.9f),
                new AlignedFace(PICTURE),
                new Quality(1, Set.of()),
                Embedding.of(new ModelId("pack/model"), new float[] {1, 2}));
    }
}
