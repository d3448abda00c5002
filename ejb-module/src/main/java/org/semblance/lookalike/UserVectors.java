package org.semblance.lookalike;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.semblance.vision.product.Rows;

/**
 * What users look like, one vector each, in the order of their ids; outside the heap, four bytes a number. The numbers
 * are multiples of 1/4096 and the vectors no longer than one: then every product, every sum of some of them and every
 * similarity is a multiple of 2^-24 that single precision holds exactly. So a similarity is the same to the last bit in
 * whatever order, in whatever blocks and on however many threads it is computed.
 */
public final class UserVectors {
    /** Of ids, as the database has them: by unsigned bytes. */
    public static final Comparator<UUID> ORDER = (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    /** So many rows at once keep all processors busy, and their products fit beside them. */
    public static final int BLOCK = 8192;

    private static final double STEPS = 4096;
    private static final double SHORTER = 1 - 1.0 / 16384;

    private final int dimension;
    private final List<UUID> users = new ArrayList<>();
    private final List<Rows> blocks = new ArrayList<>();

    public UserVectors(int dimension) {
        this.dimension = dimension;
    }

    /** The direction of a vector in the numbers that are compared; nothing for one without a direction. */
    public static Optional<float[]> direction(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        if (!(squares > 1e-6) || Double.isInfinite(squares)) {
            return Optional.empty();
        }
        double scale = STEPS / Math.sqrt(squares);
        float[] steps = new float[vector.length];
        while (round(vector, scale, steps) > STEPS * STEPS) {
            scale *= SHORTER;
        }
        return Optional.of(steps);
    }

    /** The squared length in steps; whole numbers, so exact. */
    private static double round(float[] vector, double scale, float[] into) {
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            double steps = Math.rint(vector[i] * scale);
            squares += steps * steps;
            into[i] = (float) (steps / STEPS);
        }
        return squares;
    }

    /** The same number to the last bit as the matrix product comes to. */
    static float similarity(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** Ids as the database reads them. */
    static List<String> texts(Collection<UUID> users) {
        return users.stream().map(UUID::toString).toList();
    }

    /** Adds a user whose id comes after all others, with a vector made by {@link #direction}. */
    public void add(UUID user, float[] direction) {
        if (!users.isEmpty() && ORDER.compare(users.get(users.size() - 1), user) >= 0) {
            throw new IllegalArgumentException("Users are added in the order of their ids");
        }
        room().add(direction);
        users.add(user);
    }

    /** Adds a user of others. */
    void add(UserVectors others, int number) {
        room().add(others.blocks.get(number / BLOCK), number % BLOCK);
        users.add(others.user(number));
    }

    private Rows room() {
        if (blocks.isEmpty() || blocks.get(blocks.size() - 1).isFull()) {
            blocks.add(new Rows(BLOCK, dimension));
        }
        return blocks.get(blocks.size() - 1);
    }

    public int size() {
        return users.size();
    }

    public int dimension() {
        return dimension;
    }

    UUID user(int number) {
        return users.get(number);
    }

    boolean contains(UUID user) {
        return find(user) >= 0;
    }

    /** The number of a user; negative for one that is not there. */
    int find(UUID user) {
        return Collections.binarySearch(users, user, ORDER);
    }

    List<Rows> blocks() {
        return Collections.unmodifiableList(blocks);
    }
}
