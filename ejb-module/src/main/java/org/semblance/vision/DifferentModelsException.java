package org.semblance.vision;

import org.semblance.platform.Problem;

/** Two embeddings were to be compared that different models computed: the result would mean nothing. */
public class DifferentModelsException extends Problem {
    private static final long serialVersionUID = 1L;

    public DifferentModelsException(ModelId one, ModelId other) {
        super(
                Kind.CONFLICT,
                "different-models",
                "Embeddings of " + one + " and " + other + " cannot be compared; embed both with the same model");
    }
}
