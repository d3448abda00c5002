package org.semblance.vision.onnx;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/** An output of a model with the numbers that it always gives, whatever the model is shown. */
final class Constant {
    private final String name;
    private final List<Integer> shape;
    private final float[] numbers;

    private Constant(String name, List<Integer> shape) {
        this.name = name;
        this.shape = shape;
        this.numbers = new float[shape.stream().reduce(1, Math::multiplyExact)];
    }

    static Constant zeros(String name, int... shape) {
        return new Constant(name, Arrays.stream(shape).boxed().toList());
    }

    /** Overwrites some of the numbers. */
    Constant with(int at, float... some) {
        System.arraycopy(some, 0, numbers, at, some.length);
        return this;
    }

    String name() {
        return name;
    }

    List<Integer> shape() {
        return shape;
    }

    FloatBuffer numbers() {
        return FloatBuffer.wrap(numbers);
    }

    /** What a model that gives these outputs gives. */
    static ModelOutput output(List<Constant> outputs) {
        return new ModelOutput(outputs.stream()
                .map(output -> new ModelOutput.Tensor(output.name, output.shape, output.numbers()))
                .toList());
    }
}
