package org.semblance.vision.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * How many pairs are judged rightly when the threshold is chosen on nine tenths of them and used on the other tenth, in
 * turn. Which pair falls into which tenth is drawn once and for all.
 *
 * @param complete accuracy on the pairs with both faces found, mean of the folds
 * @param standardError of that mean
 * @param balanced as complete, but with pairs of the same person and of different people weighing alike
 * @param all accuracy when a pair with a face that was not found counts as judged wrongly
 * @param threshold mean of those chosen
 */
record FoldedAccuracy(double complete, double standardError, double balanced, double all, double threshold) {
    private static final int FOLDS = 10;
    private static final long SEED = 20080725;

    /**
     * A pair with the similarity of its faces.
     *
     * @param similarity not a number where a face was not found
     */
    record Scored(double similarity, boolean same) {
        boolean isComplete() {
            return !Double.isNaN(similarity);
        }
    }

    /** Nothing but numbers that are none when there are fewer than ten complete pairs of either kind. */
    static FoldedAccuracy of(List<Scored> pairs) {
        for (boolean same : new boolean[] {true, false}) {
            if (pairs.stream()
                            .filter(pair -> pair.isComplete() && pair.same() == same)
                            .count()
                    < FOLDS) {
                return new FoldedAccuracy(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
            }
        }
        var folds = folds(pairs);
        double[] complete = new double[FOLDS];
        double[] balanced = new double[FOLDS];
        double[] all = new double[FOLDS];
        double[] thresholds = new double[FOLDS];
        for (int i = 0; i < FOLDS; i++) {
            thresholds[i] = bestThreshold(without(folds, i));
            var fold = folds.get(i);
            double[] right = rightly(fold, thresholds[i]);
            double found = fold.stream().filter(Scored::isComplete).count();
            double same = fold.stream()
                    .filter(pair -> pair.isComplete() && pair.same())
                    .count();
            complete[i] = (right[0] + right[1]) / found;
            balanced[i] = (right[0] / same + right[1] / (found - same)) / 2;
            all[i] = (right[0] + right[1]) / fold.size();
        }
        return new FoldedAccuracy(mean(complete), standardError(complete), mean(balanced), mean(all), mean(thresholds));
    }

    /** The pairs in ten parts, each with its tenth of either kind. */
    private static List<List<Scored>> folds(List<Scored> pairs) {
        List<List<Scored>> folds = new ArrayList<>();
        for (int i = 0; i < FOLDS; i++) {
            folds.add(new ArrayList<>());
        }
        var random = new Random(SEED);
        int next = 0;
        for (boolean complete : new boolean[] {true, false}) {
            for (boolean same : new boolean[] {true, false}) {
                var kind = new ArrayList<>(pairs.stream()
                        .filter(pair -> pair.isComplete() == complete && pair.same() == same)
                        .toList());
                Collections.shuffle(kind, random);
                for (var pair : kind) {
                    folds.get(next++ % FOLDS).add(pair);
                }
            }
        }
        return folds;
    }

    private static List<Scored> without(List<List<Scored>> folds, int left) {
        List<Scored> pairs = new ArrayList<>();
        for (int i = 0; i < FOLDS; i++) {
            if (i != left) {
                folds.get(i).stream().filter(Scored::isComplete).forEach(pairs::add);
            }
        }
        return pairs;
    }

    /** The middle between the two similarities where fewest pairs lie on the wrong side. */
    static double bestThreshold(List<Scored> pairs) {
        var sorted = pairs.stream()
                .sorted(Comparator.comparingDouble(Scored::similarity))
                .toList();
        long right = sorted.stream().filter(Scored::same).count();
        long most = right;
        double best = -1;
        for (int i = 0; i < sorted.size(); i++) {
            double below = sorted.get(i).similarity();
            right += sorted.get(i).same() ? -1 : 1;
            double above = i + 1 < sorted.size() ? sorted.get(i + 1).similarity() : 1;
            if (right > most && above > below) {
                most = right;
                best = (below + above) / 2;
            }
        }
        return best;
    }

    /** Pairs of the same person that are accepted, pairs of different people that are refused. */
    private static double[] rightly(List<Scored> pairs, double threshold) {
        double[] right = new double[2];
        for (var pair : pairs) {
            if (pair.isComplete() && pair.same() == pair.similarity() >= threshold) {
                right[pair.same() ? 0 : 1]++;
            }
        }
        return right;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double standardError(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }
}
