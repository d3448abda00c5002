package org.semblance.vision.product;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Vectors of one length outside the heap, where native code reads them without a copy. Filled by one thread. */
public final class Rows {
    private final int dimension;
    private final FloatBuffer numbers;

    /** Room for so many. */
    public Rows(int capacity, int dimension) {
        this.dimension = dimension;
        this.numbers = ByteBuffer.allocateDirect(Math.multiplyExact(capacity * Float.BYTES, dimension))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    public void add(float[] vector) {
        if (vector.length != dimension) {
            throw new IllegalArgumentException(
                    "A row of " + vector.length + " numbers among rows of " + dimension + " numbers");
        }
        numbers.put(vector);
    }

    /** Adds a row of others. */
    public void add(Rows others, int row) {
        numbers.put(others.numbers.duplicate().position(row * dimension).limit((row + 1) * dimension));
    }

    public void clear() {
        numbers.clear();
    }

    public int size() {
        return numbers.position() / dimension;
    }

    public boolean isFull() {
        return !numbers.hasRemaining();
    }

    public int dimension() {
        return dimension;
    }

    /** What was added, to be read. */
    FloatBuffer filled() {
        return numbers.duplicate().flip();
    }
}
