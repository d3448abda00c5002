package org.semblance.lookalike;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The lists as plain Java comes to them: every pair, in whole numbers, sorted. */
record BruteForce(Map<UUID, float[]> directions) {

    List<Alike> nearest(UUID user, int most) {
        return directions.keySet().stream()
                .filter(other -> !other.equals(user))
                .map(other -> new Alike(other, similarity(user, other)))
                .sorted(Alike.ORDER)
                .limit(most)
                .toList();
    }

    Map<UUID, List<Alike>> lists(int most) {
        return directions.keySet().stream().collect(Collectors.toMap(user -> user, user -> nearest(user, most)));
    }

    private float similarity(UUID one, UUID other) {
        float[] left = directions.getOrDefault(one, new float[0]);
        float[] right = directions.getOrDefault(other, new float[0]);
        long sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += Math.round(left[i] * 4096.0) * Math.round(right[i] * 4096.0);
        }
        return (float) (sum / (4096.0 * 4096.0));
    }
}
