package org.semblance.vision.evaluation;

import java.util.Arrays;
import java.util.List;
import org.semblance.vision.Embedding;

/** Compares every labelled face with every other; a block of them at a time, number by number, for speed. */
final class AllPairs {
    private static final int BLOCK = 256;

    private final float[][] vectors;
    private final String[] identities;

    private AllPairs(List<LabelledPerson> people, Survey survey) {
        var seen = people.stream()
                .filter(person -> survey.embedding(person.picture()) != null)
                .toList();
        vectors = seen.stream()
                .map(person -> survey.embedding(person.picture()))
                .map(Embedding::values)
                .toArray(float[][]::new);
        identities = seen.stream().map(LabelledPerson::identity).toArray(String[]::new);
    }

    static Similarities compare(List<LabelledPerson> people, Survey survey) {
        var similarities = new Similarities();
        var all = new AllPairs(people, survey);
        for (int start = 0; start < all.vectors.length; start += BLOCK) {
            all.compareWithBlock(start, Math.min(BLOCK, all.vectors.length - start), similarities);
        }
        return similarities;
    }

    /** Every face before the end of the block with those of the block that come after it. */
    private void compareWithBlock(int start, int length, Similarities similarities) {
        float[][] turned = turned(start, length);
        float[] sums = new float[length];
        for (int i = 0; i < start + length; i++) {
            Arrays.fill(sums, 0);
            for (int d = 0; d < turned.length; d++) {
                addScaled(sums, turned[d], vectors[i][d]);
            }
            for (int j = Math.max(0, i + 1 - start); j < length; j++) {
                similarities.add(sums[j], identities[i].equals(identities[start + j]));
            }
        }
    }

    private float[][] turned(int start, int length) {
        float[][] turned = new float[vectors[start].length][length];
        for (int j = 0; j < length; j++) {
            for (int d = 0; d < turned.length; d++) {
                turned[d][j] = vectors[start + j][d];
            }
        }
        return turned;
    }

    private static void addScaled(float[] sums, float[] values, float factor) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += factor * values[j];
        }
    }
}
