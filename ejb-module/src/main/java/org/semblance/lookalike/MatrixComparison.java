package org.semblance.lookalike;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.semblance.vision.product.Best;
import org.semblance.vision.product.OnnxProducts;
import org.semblance.vision.product.Rows;

/** Compares users with all others at once: a matrix product a block, of which only the best are kept. */
public final class MatrixComparison {
    private final OnnxProducts products;

    public MatrixComparison(OnnxProducts products) {
        this.products = products;
    }

    /**
     * For each of some users the most similar of others, themselves left out.
     *
     * @param numbers who, by their numbers in {@code users}
     */
    public List<List<Alike>> nearest(UserVectors users, int[] numbers, UserVectors among, int most) {
        if (numbers.length == 0) {
            return List.of();
        }
        var left = new Rows(numbers.length, users.dimension());
        for (int number : numbers) {
            left.add(users.blocks().get(number / UserVectors.BLOCK), number % UserVectors.BLOCK);
        }
        var found = new Found(numbers.length, most + 1);
        int first = 0;
        for (Rows right : among.blocks()) {
            found.merge(products.best(left, right, most + 1), first);
            first += right.size();
        }
        List<List<Alike>> lists = new ArrayList<>(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            lists.add(found.list(i, users.user(numbers[i]), among, most));
        }
        return lists;
    }

    /** The best of all blocks so far; one more than wanted, for everybody finds themselves. */
    private static final class Found {
        private final int most;
        private final float[] similarities;
        private final int[] numbers;
        private final int[] counts;
        private final float[] mergedSimilarities;
        private final int[] mergedNumbers;

        Found(int users, int most) {
            this.most = most;
            this.similarities = new float[users * most];
            this.numbers = new int[users * most];
            this.counts = new int[users];
            this.mergedSimilarities = new float[most];
            this.mergedNumbers = new int[most];
        }

        void merge(Best best, int first) {
            for (int user = 0; user < counts.length; user++) {
                merge(best, first, user);
            }
        }

        /** Of equals, whoever was found in an earlier block has the smaller id and stays before. */
        private void merge(Best best, int first, int user) {
            int base = user * most;
            int old = 0;
            int fresh = 0;
            int count = 0;
            while (count < most && (old < counts[user] || fresh < best.count())) {
                boolean isOld = fresh == best.count()
                        || (old < counts[user] && similarities[base + old] >= best.product(user, fresh));
                mergedSimilarities[count] = isOld ? similarities[base + old] : best.product(user, fresh);
                mergedNumbers[count] = isOld ? numbers[base + old] : first + best.row(user, fresh);
                old += isOld ? 1 : 0;
                fresh += isOld ? 0 : 1;
                count++;
            }
            System.arraycopy(mergedSimilarities, 0, similarities, base, count);
            System.arraycopy(mergedNumbers, 0, numbers, base, count);
            counts[user] = count;
        }

        List<Alike> list(int user, UUID self, UserVectors among, int wanted) {
            return IntStream.range(user * most, user * most + counts[user])
                    .filter(at -> !among.user(numbers[at]).equals(self))
                    .limit(wanted)
                    .mapToObj(at -> new Alike(among.user(numbers[at]), similarities[at]))
                    .toList();
        }
    }
}
