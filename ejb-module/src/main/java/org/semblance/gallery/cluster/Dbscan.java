package org.semblance.gallery.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Density clusters of a graph. A face near enough others is a core; cores that are near each other are in one cluster;
 * a face near a core is at the border of the cluster of its most similar core; every other face is in none. Does not
 * depend on the order of the faces, except that of two cores equally similar the one with the smaller id counts.
 */
final class Dbscan {
    private static final int NONE = -1;

    private final NeighbourGraph graph;
    private final int minFaces;
    private final int[] near;
    private final int[] parents;

    private Dbscan(NeighbourGraph graph, int minFaces) {
        this.graph = graph;
        this.minFaces = minFaces;
        this.near = new int[graph.size()];
        this.parents = new int[graph.size()];
    }

    /** The faces of each cluster in the order of their ids; the clusters in the order of their first faces. */
    static List<long[]> clusters(NeighbourGraph graph, int minFaces) {
        return new Dbscan(graph, minFaces).clusters();
    }

    private List<long[]> clusters() {
        graph.forEach((one, other, similarity) -> {
            near[one]++;
            near[other]++;
        });
        Arrays.setAll(parents, face -> face);
        graph.forEach((one, other, similarity) -> {
            if (isCore(one) && isCore(other)) {
                join(one, other);
            }
        });
        return collect(nearestCores());
    }

    private boolean isCore(int face) {
        return near[face] + 1 >= minFaces;
    }

    /** For each face the core whose cluster it is in: itself, or the most similar one. */
    private int[] nearestCores() {
        int[] cores = new int[graph.size()];
        float[] best = new float[graph.size()];
        Arrays.setAll(cores, face -> isCore(face) ? face : NONE);
        graph.forEach((one, other, similarity) -> {
            offer(one, other, similarity, cores, best);
            offer(other, one, similarity, cores, best);
        });
        return cores;
    }

    private void offer(int face, int core, float similarity, int[] cores, float[] best) {
        if (isCore(face) || !isCore(core)) {
            return;
        }
        boolean isBetter = similarity > best[face] || (similarity == best[face] && core < cores[face]);
        if (cores[face] == NONE || isBetter) {
            cores[face] = core;
            best[face] = similarity;
        }
    }

    /** A core may have lost its border to others, so that what is left of its cluster is too small. */
    private List<long[]> collect(int[] cores) {
        var members = new TreeMap<Integer, List<Long>>();
        for (int face = 0; face < cores.length; face++) {
            if (cores[face] != NONE) {
                members.computeIfAbsent(root(cores[face]), root -> new ArrayList<>())
                        .add(graph.face(face));
            }
        }
        return members.values().stream()
                .filter(faces -> faces.size() >= minFaces)
                .map(faces -> faces.stream().mapToLong(Long::longValue).toArray())
                .sorted(Comparator.comparingLong(faces -> faces[0]))
                .toList();
    }

    private void join(int one, int other) {
        int first = root(one);
        int second = root(other);
        parents[Math.max(first, second)] = Math.min(first, second);
    }

    private int root(int face) {
        int root = face;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }
}
