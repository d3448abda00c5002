package org.semblance.lookalike;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.semblance.vision.product.OnnxProducts;

import static org.assertj.core.api.Assertions.assertThat;

class MatrixComparisonTest {
    private static final int DIMENSION = 64;
    private final Random random = new Random(3);

    @Test
    void comes_to_the_same_as_plain_java_to_the_last_bit() {
        for (int users : List.of(1, 2, 7, 60, 900)) {
            Map<UUID, float[]> directions = people(users, users);
            UserVectors all = vectors(directions);

            assertThat(compared(all, 50))
                    .as("%d users", users)
                    .isEqualTo(ordered(new BruteForce(directions).lists(50)));
        }
    }

    @Test
    void of_those_who_look_just_the_same_the_smaller_ids_are_listed() {
        Map<UUID, float[]> directions = people(300, 5);

        assertThat(compared(vectors(directions), 20)).isEqualTo(ordered(new BruteForce(directions).lists(20)));
    }

    @Test
    void more_users_than_a_block_holds_are_compared_across_blocks() {
        Map<UUID, float[]> directions = people(UserVectors.BLOCK + 500, 40);
        UserVectors all = vectors(directions);
        int[] some = {0, 17, UserVectors.BLOCK - 1, UserVectors.BLOCK, UserVectors.BLOCK + 499};

        try (var products = new OnnxProducts(2)) {
            var found = new MatrixComparison(products).nearest(all, some, all, 50);

            var plain = new BruteForce(directions);
            assertThat(found)
                    .isEqualTo(IntStream.of(some)
                            .mapToObj(i -> plain.nearest(all.user(i), 50))
                            .toList());
        }
    }

    @Test
    void nobody_is_longer_than_one_and_nobody_is_far_from_their_direction() {
        for (int i = 0; i < 200; i++) {
            float[] vector = vector();
            float[] direction = UserVectors.direction(vector).orElseThrow();

            assertThat(UserVectors.similarity(direction, direction)).isBetween(0.999f, 1f);
            assertThat(cosine(vector, direction)).isGreaterThan(0.99999);
        }
    }

    @Test
    void what_cancels_out_has_no_direction() {
        assertThat(UserVectors.direction(new float[DIMENSION])).isEmpty();
    }

    private static Map<UUID, List<Alike>> compared(UserVectors all, int most) {
        try (var products = new OnnxProducts(2)) {
            var found = new MatrixComparison(products)
                    .nearest(all, IntStream.range(0, all.size()).toArray(), all, most);
            var lists = new TreeMap<UUID, List<Alike>>();
            for (int i = 0; i < found.size(); i++) {
                lists.put(all.user(i), found.get(i));
            }
            return lists;
        }
    }

    private static Map<UUID, List<Alike>> ordered(Map<UUID, List<Alike>> lists) {
        return new TreeMap<>(lists);
    }

    /** So many users of whom many look just like another one. */
    private Map<UUID, float[]> people(int users, int looks) {
        List<float[]> seen = IntStream.range(0, looks)
                .mapToObj(i -> UserVectors.direction(vector()).orElseThrow())
                .toList();
        Map<UUID, float[]> people = new TreeMap<>(UserVectors.ORDER);
        for (int i = 0; i < users; i++) {
            people.put(new UUID(random.nextLong(), random.nextLong()), seen.get(i % looks));
        }
        return people;
    }

    private static UserVectors vectors(Map<UUID, float[]> people) {
        var vectors = new UserVectors(DIMENSION);
        people.forEach(vectors::add);
        return vectors;
    }

    private float[] vector() {
        float[] vector = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }

    private static double cosine(float[] one, float[] other) {
        double along = 0;
        double left = 0;
        double right = 0;
        for (int i = 0; i < one.length; i++) {
            along += one[i] * other[i];
            left += one[i] * one[i];
            right += other[i] * other[i];
        }
        return along / Math.sqrt(left * right);
    }
}
