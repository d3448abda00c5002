package org.semblance.vision.onnx;

import java.nio.FloatBuffer;
import java.util.Map;

/** What one run of a model gave: numbers by the name of the output. */
final class ModelOutput {
    private final Map<String, FloatBuffer> numbers;

    ModelOutput(Map<String, FloatBuffer> numbers) {
        this.numbers = numbers;
    }

    FloatBuffer require(String name) {
        FloatBuffer found = numbers.get(name);
        if (found == null) {
            throw new InferenceException("The model gave no output " + name + ", only " + numbers.keySet());
        }
        return found;
    }
}
