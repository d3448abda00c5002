package org.semblance.vision.onnx;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What one run of a model gave, in the order of the model's outputs. */
final class ModelOutput {
    private final List<Tensor> tensors;

    ModelOutput(List<Tensor> tensors) {
        this.tensors = List.copyOf(tensors);
    }

    /** One output: its name, the lengths of its dimensions, its numbers. */
    record Tensor(String name, List<Integer> shape, FloatBuffer numbers) {
        Tensor {
            shape = List.copyOf(shape);
        }

        static Tensor of(String name, long[] shape, FloatBuffer numbers) {
            return new Tensor(
                    name, Arrays.stream(shape).mapToObj(Math::toIntExact).toList(), numbers);
        }

        /** Length of the last dimension: how many numbers there are for each thing. */
        private int width() {
            return shape.isEmpty() ? 1 : shape.get(shape.size() - 1);
        }

        @Override
        public String toString() {
            return name + " " + shape;
        }
    }

    FloatBuffer require(String name) {
        return tensors.stream()
                .filter(tensor -> tensor.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InferenceException("The model gave no output " + name + ", only " + tensors))
                .numbers();
    }

    /** The output of that name, which must hold so many numbers. */
    FloatBuffer require(String name, int length) {
        FloatBuffer numbers = require(name);
        if (numbers.remaining() != length) {
            throw new InferenceException("The output " + name + " must hold " + length + " numbers, not "
                    + numbers.remaining() + ", among " + tensors);
        }
        return numbers;
    }

    /** The one output that there is, which must hold so many numbers. */
    FloatBuffer requireOnly(int length) {
        if (tensors.size() != 1 || tensors.get(0).numbers().remaining() != length) {
            throw new InferenceException("The model must give one output of " + length + " numbers, not " + tensors);
        }
        return tensors.get(0).numbers();
    }

    /**
     * The outputs whose last dimension has that length, whatever they are called, in the order of the model.
     *
     * @param rows how many times as many numbers each of them must hold; as many outputs there must be
     */
    List<FloatBuffer> requireOfWidth(int width, int... rows) {
        var found = tensors.stream().filter(tensor -> tensor.width() == width).toList();
        boolean fits = found.size() == rows.length;
        for (int i = 0; fits && i < rows.length; i++) {
            fits = found.get(i).numbers().remaining() == rows[i] * width;
        }
        if (!fits) {
            String wanted = Arrays.stream(rows)
                    .mapToObj(count -> "[" + count + ", " + width + "]")
                    .collect(Collectors.joining(", "));
            throw new InferenceException("The model must give the outputs " + wanted + " in this order, not "
                    + (found.isEmpty() ? "none of that width" : found) + ", among " + tensors);
        }
        return found.stream().map(Tensor::numbers).toList();
    }
}
