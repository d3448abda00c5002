package org.semblance.vision;

import java.util.Arrays;

/** The unit vector that one model computed from one aligned face. As sensitive as the face itself: never logged. */
public final class Embedding {
    private final ModelId model;
    private final float[] values;

    private Embedding(ModelId model, float[] values) {
        this.model = model;
        this.values = values;
    }

    /** Scales the values to unit length; refuses a vector without direction. */
    public static Embedding of(ModelId model, float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        if (!(squares > 1e-12) || Double.isInfinite(squares)) {
            throw new IllegalArgumentException("An embedding needs a direction");
        }
        double length = Math.sqrt(squares);
        float[] unit = new float[values.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (values[i] / length);
        }
        return new Embedding(model, unit);
    }

    public ModelId model() {
        return model;
    }

    public int dimension() {
        return values.length;
    }

    public float[] values() {
        return values.clone();
    }

    /** Cosine similarity, -1 opposite to 1 the same; refuses embeddings of different models. */
    public double similarity(Embedding other) {
        if (!model.equals(other.model) || values.length != other.values.length) {
            throw new DifferentModelsException(model, other.model);
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (double) values[i] * other.values[i];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding that && model.equals(that.model) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * model.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Embedding of " + model;
    }
}
