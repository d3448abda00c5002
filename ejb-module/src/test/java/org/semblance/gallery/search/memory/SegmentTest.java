package org.semblance.gallery.search.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SegmentTest {
    private final Random random = new Random(3);

    @Test
    void halves_are_rounded_to_the_nearest_and_come_back() {
        for (float value : new float[] {0, 1, -1, 0.1f, -0.333f, 6e-8f, 5.9e-5f, 65504, 1e-9f}) {
            float back = Halves.value(Halves.of(value));

            assertThat(back).isCloseTo(value, within(Math.max(Math.abs(value) / 2048, 3e-8f)));
        }
        for (int bits = 0; bits < 0x7c00; bits++) {
            assertThat(Halves.of(Halves.value((short) bits))).isEqualTo((short) bits);
        }
    }

    @Test
    void slots_stay_without_gaps_whatever_comes_and_goes() {
        var slots = new LongSlots();
        Map<Long, Integer> expected = new TreeMap<>();
        for (int i = 0; i < 20_000; i++) {
            long key = random.nextInt(500);
            if (random.nextBoolean()) {
                expected.put(key, slots.add(key));
            } else if (expected.containsKey(key)) {
                long last = slots.key(slots.size() - 1);
                int slot = slots.remove(key);
                expected.remove(key);
                expected.computeIfPresent(last, (moved, before) -> slot);
            }
        }

        assertThat(slots.size()).isEqualTo(expected.size());
        expected.forEach((key, slot) -> assertThat(slots.find(key)).isEqualTo(slot));
        assertThat(slots.find(1000)).isEqualTo(-1);
    }

    @Test
    void keeps_the_nearest_rows_whatever_their_order() {
        int[] distances = random.ints(5000, 0, 513).toArray();
        var candidates = new Candidates(100, 512, row -> row % 2 == 0);
        for (int row = 0; row < distances.length; row++) {
            if (distances[row] < candidates.bound()) {
                candidates.offer(distances[row], row);
            }
        }

        List<Integer> kept = new ArrayList<>();
        for (int row : candidates.rows()) {
            assertThat(row % 2).isZero();
            kept.add(distances[row]);
        }
        List<Integer> all = new ArrayList<>();
        for (int row = 0; row < distances.length; row += 2) {
            all.add(distances[row]);
        }
        all.sort(Comparator.naturalOrder());
        kept.sort(Comparator.naturalOrder());
        assertThat(kept).isEqualTo(all.subList(0, 100));
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512, 1024})
    void finds_weak_pairs_among_thousands(int dimension) {
        var segment = new Segment(dimension, true);
        List<FaceRow> rows = new ArrayList<>();
        for (int face = 1; face <= 5000; face++) {
            rows.add(new FaceRow(face, face, Halves.of(vector(dimension))));
        }
        segment.apply(List.of(), rows);

        int found = 0;
        for (int i = 0; i < 100; i++) {
            float[] probe = like(Halves.values(rows.get(i).vector()), 0.5);
            Hits hits = segment.nearestPersons(probe, 1, person -> true);
            found += hits.found().get(0).face() == i + 1 ? 1 : 0;
        }

        assertThat(found).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 129, 512})
    void tells_how_similar_each_face_is(int dimension) {
        var segment = new Segment(dimension, true);
        List<FaceRow> rows = new ArrayList<>();
        for (int face = 1; face <= 7; face++) {
            rows.add(new FaceRow(face, face, Halves.of(vector(dimension))));
        }
        segment.apply(List.of(), rows);
        float[] probe = vector(dimension);

        List<Hit> hits = segment.nearestFaces(probe, 10, person -> true).found();

        assertThat(hits).hasSize(7);
        for (Hit hit : hits) {
            float[] face = Halves.values(rows.get((int) hit.face() - 1).vector());
            double expected = 0;
            for (int i = 0; i < dimension; i++) {
                expected += (double) probe[i] * face[i];
            }
            assertThat(hit.similarity()).isCloseTo(expected, within(1e-3));
        }
    }

    @Test
    void is_the_same_after_a_day_of_churn_as_built_anew() {
        var segment = new Segment(512, true);
        Map<Long, FaceRow> expected = new TreeMap<>();
        for (int round = 0; round < 200; round++) {
            List<FaceRow> present = new ArrayList<>();
            List<Long> changed = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                long face = 1L + random.nextInt(600);
                changed.add(face);
                expected.remove(face);
                if (random.nextInt(3) > 0) {
                    var row = new FaceRow(face, random.nextInt(20), Halves.of(vector(512)));
                    present.removeIf(other -> other.face() == face);
                    present.add(row);
                    expected.put(face, row);
                } else {
                    present.removeIf(other -> other.face() == face);
                }
            }
            segment.apply(changed, present);
        }
        var anew = new Segment(512, true);
        anew.apply(List.of(), expected.values());

        assertThat(segment.fingerprint()).isEqualTo(anew.fingerprint());
        for (int person = 1; person < 20; person++) {
            assertThat(segment.facesOf(person)).isEqualTo(anew.facesOf(person));
        }
        float[] probe = vector(512);
        assertThat(segment.nearestFaces(probe, 10, person -> true).found())
                .isEqualTo(anew.nearestFaces(probe, 10, person -> true).found());
        assertThat(segment.bytes()).isLessThan(2 * anew.bytes());
    }

    @Test
    void takes_as_much_memory_for_a_face_as_documented() {
        var segment = new Segment(512, true);
        List<FaceRow> rows = new ArrayList<>();
        for (int face = 1; face <= 20_000; face++) {
            rows.add(new FaceRow(face, face / 5, Halves.of(new float[512])));
        }
        segment.apply(List.of(), rows);

        assertThat(segment.bytes() / 20_000).isBetween(1088L, Segment.bytesPerFace(512, true));
    }

    private float[] vector(int dimension) {
        float[] values = new float[dimension];
        double squares = 0;
        for (int i = 0; i < dimension; i++) {
            values[i] = (float) random.nextGaussian();
            squares += values[i] * values[i];
        }
        for (int i = 0; i < dimension; i++) {
            values[i] /= (float) Math.sqrt(squares);
        }
        return values;
    }

    private float[] like(float[] one, double cosine) {
        float[] other = vector(one.length);
        float[] mixed = new float[one.length];
        for (int i = 0; i < one.length; i++) {
            mixed[i] = (float) (cosine * one[i] + Math.sqrt(1 - cosine * cosine) * other[i]);
        }
        return mixed;
    }
}
