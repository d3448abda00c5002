package org.semblance.gallery.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DbscanTest {
    private final TreeMap<Long, TreeMap<Long, Float>> lists = new TreeMap<>();

    @Test
    void faces_near_enough_others_are_one_cluster() {
        pair(1, 2, 0.6);
        pair(2, 3, 0.6);
        pair(1, 3, 0.6);

        assertThat(clusters(3, 5)).containsExactly(List.of(1L, 2L, 3L));
    }

    @Test
    void two_faces_are_not_three() {
        pair(1, 2, 0.9);

        assertThat(clusters(3, 2)).isEmpty();
        assertThat(clusters(2, 2)).containsExactly(List.of(1L, 2L));
    }

    @Test
    void cores_in_a_chain_are_one_cluster_and_its_ends_are_its_border() {
        pair(1, 2, 0.5);
        pair(2, 3, 0.5);
        pair(3, 4, 0.5);

        assertThat(clusters(3, 4)).containsExactly(List.of(1L, 2L, 3L, 4L));
    }

    @Test
    void a_border_does_not_join_two_clusters() {
        triangle(1, 2, 3);
        triangle(5, 6, 7);
        pair(3, 4, 0.5);
        pair(4, 5, 0.6);
        pair(1, 8, 0.9);
        pair(2, 8, 0.9);
        pair(3, 8, 0.9);
        pair(5, 9, 0.9);
        pair(6, 9, 0.9);
        pair(7, 9, 0.9);

        assertThat(clusters(4, 9)).containsExactly(List.of(1L, 2L, 3L, 8L), List.of(4L, 5L, 6L, 7L, 9L));
    }

    @Test
    void of_equally_similar_cores_the_first_gets_the_border() {
        full(1, 2, 3, 4);
        full(6, 7, 8, 9);
        pair(4, 5, 0.5);
        pair(5, 6, 0.5);

        assertThat(clusters(4, 9)).containsExactly(List.of(1L, 2L, 3L, 4L, 5L), List.of(6L, 7L, 8L, 9L));
    }

    @Test
    void a_face_near_nobody_is_in_no_cluster() {
        triangle(1, 2, 3);

        assertThat(clusters(3, 9)).containsExactly(List.of(1L, 2L, 3L));
    }

    @Test
    void what_one_face_has_found_the_other_need_not_have() {
        list(1, 2, 0.6);
        list(3, 1, 0.6);
        list(2, 3, 0.6);

        assertThat(clusters(3, 3)).containsExactly(List.of(1L, 2L, 3L));
    }

    @Test
    void less_similar_pairs_and_faces_that_are_gone_do_not_count() {
        triangle(1, 2, 3);
        pair(3, 4, 0.2);
        pair(3, 99, 0.9);

        assertThat(clusters(3, 4)).containsExactly(List.of(1L, 2L, 3L));
    }

    @Test
    void the_order_of_the_faces_does_not_matter() {
        var random = new Random(11);
        for (int i = 0; i < 400; i++) {
            pair(1 + random.nextInt(120), 1 + random.nextInt(120), 0.4 + random.nextInt(1_000_000) / 2_000_000.0);
        }
        List<List<Long>> straight = clusters(4, 120);
        List<Long> names = new ArrayList<>();
        for (long face = 1; face <= 120; face++) {
            names.add(face);
        }
        Collections.shuffle(names, random);
        var before = new TreeMap<>(lists);
        lists.clear();
        before.forEach((face, near) -> near.forEach(
                (other, similarity) -> list(names.get((int) (face - 1)), names.get((int) (other - 1)), similarity)));

        List<List<Long>> renamed = straight.stream()
                .map(faces -> faces.stream()
                        .map(face -> names.get((int) (face - 1)))
                        .sorted()
                        .toList())
                .toList();

        assertThat(straight).hasSizeGreaterThan(0);
        assertThat(clusters(4, 120)).containsExactlyInAnyOrderElementsOf(renamed);
    }

    private void full(long... faces) {
        for (long one : faces) {
            for (long other : faces) {
                pair(one, other, 0.7);
            }
        }
    }

    private void triangle(long one, long two, long three) {
        full(one, two, three);
    }

    private void pair(long one, long other, double similarity) {
        if (one != other) {
            list(one, other, similarity);
            list(other, one, similarity);
        }
    }

    private void list(long face, long other, double similarity) {
        lists.computeIfAbsent(face, id -> new TreeMap<>()).put(other, (float) similarity);
    }

    private List<List<Long>> clusters(int minFaces, int faces) {
        long[] all = new long[faces];
        java.util.Arrays.setAll(all, index -> index + 1L);
        var graph = new NeighbourGraph(all);
        lists.forEach((face, near) -> graph.add(face, others(near), similarities(near), 0.3));
        return Dbscan.clusters(graph, minFaces).stream()
                .map(cluster -> java.util.Arrays.stream(cluster).boxed().toList())
                .toList();
    }

    private static long[] others(Map<Long, Float> near) {
        return near.keySet().stream().mapToLong(Long::longValue).toArray();
    }

    private static float[] similarities(Map<Long, Float> near) {
        float[] values = new float[near.size()];
        int next = 0;
        for (float value : near.values()) {
            values[next++] = value;
        }
        return values;
    }
}
