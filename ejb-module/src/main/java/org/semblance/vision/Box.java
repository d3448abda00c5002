package org.semblance.vision;

/** A rectangle in pixels of the upright original picture; may reach beyond its edges. */
public record Box(float x, float y, float width, float height) {

    public float area() {
        return width * height;
    }

    public float longestSide() {
        return Math.max(width, height);
    }

    /** Intersection over union with another box, 0 apart to 1 the same. */
    public float overlap(Box other) {
        float shared = shared(other);
        return shared / (area() + other.area() - shared);
    }

    /** How much of this box lies in another one, 0 nothing to 1 all. */
    public float shareIn(Box other) {
        return shared(other) / area();
    }

    private float shared(Box other) {
        float across = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        float down = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        return Math.max(0, across) * Math.max(0, down);
    }
}
