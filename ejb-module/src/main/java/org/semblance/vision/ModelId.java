package org.semblance.vision;

/** Names the model that computed an embedding, as {@code pack/model}; embeddings of two models never compare. */
public record ModelId(String value) {
    public ModelId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A model has a name");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
