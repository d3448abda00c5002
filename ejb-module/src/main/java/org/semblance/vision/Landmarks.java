package org.semblance.vision;

/**
 * Five points in pixels of the upright original picture: the eye on the image's left, the eye on its right, the nose,
 * the mouth corner on its left, the mouth corner on its right.
 */
public final class Landmarks {
    public static final int POINTS = 5;

    private final float[] coordinates;

    /** @param coordinates x and y of each point in turn, ten numbers */
    public Landmarks(float... coordinates) {
        if (coordinates.length != 2 * POINTS) {
            throw new IllegalArgumentException("Landmarks are ten numbers, not " + coordinates.length);
        }
        this.coordinates = coordinates.clone();
    }

    public float x(int point) {
        return coordinates[2 * point];
    }

    public float y(int point) {
        return coordinates[2 * point + 1];
    }

    public float[] coordinates() {
        return coordinates.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Landmarks that && java.util.Arrays.equals(coordinates, that.coordinates);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(coordinates);
    }

    @Override
    public String toString() {
        return java.util.Arrays.toString(coordinates);
    }
}
