package org.semblance.vision.product;

/** For each of some vectors the best of others: the greatest inner product first, of equal ones the row that comes first. */
public final class Best {
    private final int count;
    private final float[] products;
    private final long[] rows;

    Best(int count, float[] products, long[] rows) {
        this.count = count;
        this.products = products;
        this.rows = rows;
    }

    /** How many there are for each vector. */
    public int count() {
        return count;
    }

    public float product(int vector, int place) {
        return products[vector * count + place];
    }

    /** Which row of the others has that product. */
    public int row(int vector, int place) {
        return (int) rows[vector * count + place];
    }
}
