package org.semblance.gallery.search;

import java.util.Random;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;

/** Embeddings as a face model makes them: those of a person near each other, those of strangers at right angles. */
public final class Vectors {
    private final Random random;
    private final ModelId model;
    private final int dimension;

    public Vectors(ModelId model, int dimension) {
        this.random = new Random(7);
        this.model = model;
        this.dimension = dimension;
    }

    public Embedding stranger() {
        float[] values = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Embedding.of(model, values);
    }

    /** A vector with the given cosine to another. */
    public Embedding like(Embedding other, double cosine) {
        float[] one = other.values();
        float[] across = stranger().values();
        double along = 0;
        for (int i = 0; i < dimension; i++) {
            along += (double) one[i] * across[i];
        }
        double length = Math.sqrt(1 - along * along);
        float[] mixed = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            mixed[i] =
                    (float) (cosine * one[i] + Math.sqrt(1 - cosine * cosine) * (across[i] - along * one[i]) / length);
        }
        return Embedding.of(model, mixed);
    }
}
