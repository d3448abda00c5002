package org.semblance.vision;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class EmbeddingTest {
    private static final ModelId MODEL = new ModelId("pack/one");

    @Test
    void is_of_unit_length_and_its_own_copy() {
        float[] given = {3, 4};
        var embedding = Embedding.of(MODEL, given);

        given[0] = 9;
        embedding.values()[1] = 9;

        assertThat(embedding.values()).containsExactly(0.6f, 0.8f);
        assertThat(embedding.similarity(Embedding.of(MODEL, new float[] {4, 3})))
                .isCloseTo(0.96, within(1e-6));
    }

    @Test
    void is_never_compared_with_that_of_another_model() {
        var one = Embedding.of(MODEL, new float[] {3, 4});
        var other = Embedding.of(new ModelId("pack/two"), new float[] {3, 4});
        var longer = Embedding.of(MODEL, new float[] {3, 4, 5});

        assertThatThrownBy(() -> one.similarity(other)).isInstanceOf(DifferentModelsException.class);
        assertThatThrownBy(() -> one.similarity(longer)).isInstanceOf(DifferentModelsException.class);
    }

    @Test
    void needs_a_direction() {
        assertThatThrownBy(() -> Embedding.of(MODEL, new float[2])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Embedding.of(MODEL, new float[] {Float.NaN, 1}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
