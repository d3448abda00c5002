package org.semblance.gallery;

import java.util.List;
import java.util.Optional;
import org.semblance.platform.InvalidInputException;
import org.semblance.vision.EmbedderInfo;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;

/** What to compare with, when it is not a photo. */
public sealed interface Probe {

    /** A face that is stored already: who else looks like that? */
    record OfFace(FaceId face) implements Probe {}

    /** The numbers that an embedder gave for a face somewhere else; of the model in use, if none is named. */
    record OfVector(List<Double> values, Optional<ModelId> model) implements Probe {

        Embedding embedding(EmbedderInfo embedder) {
            ModelId named = model.orElse(embedder.model());
            if (!named.equals(embedder.model())) {
                throw new InvalidInputException(
                        "model",
                        "The model in use is " + embedder.model() + "; vectors of " + named + " mean nothing to it");
            }
            if (values.size() != embedder.dimension()) {
                throw new InvalidInputException(
                        "vector",
                        "The vector has " + values.size() + " numbers; " + named + " makes " + embedder.dimension());
            }
            try {
                return Embedding.of(named, numbers());
            } catch (IllegalArgumentException e) {
                throw new InvalidInputException("vector", "The vector is zero or not finite, so it points nowhere");
            }
        }

        private float[] numbers() {
            float[] numbers = new float[values.size()];
            for (int i = 0; i < numbers.length; i++) {
                Double value = values.get(i);
                numbers[i] = value == null ? Float.NaN : value.floatValue();
            }
            return numbers;
        }

        @Override
        public String toString() {
            return "Vector of " + values.size();
        }
    }
}
