package org.semblance.gallery.search.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongPredicate;

/**
 * The searchable faces of one gallery and model: 64 bytes of signature for each, by which candidates are found, and the
 * vectors to compare them exactly where memory allows. Readers go side by side; a writer has it for microseconds.
 */
public final class Segment {
    private static final int FEWEST_CANDIDATES = 400;
    private static final int MOST_CANDIDATES = 10_000;
    private static final int FACES_FOR_A_CANDIDATE = 400;
    private static final int MORE = 4;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Signature signature;
    private final int dimension;
    private final Rows rows;
    private final LongSlots faces = new LongSlots();
    private final LongSlots persons = new LongSlots();
    private long[] personOf = new long[16];
    private int[] facesOf = new int[16];
    private long sumOfFaces;
    private long sumOfPersons;

    Segment(int dimension, boolean withVectors) {
        this.dimension = dimension;
        this.signature = new Signature(dimension);
        this.rows = new Rows(signature.words(), dimension, withVectors);
    }

    /** Bytes that a face takes, with room for growth and an index. */
    static long bytesPerFace(int dimension, boolean withVectors) {
        return Math.max(64, dimension / Byte.SIZE) + (withVectors ? 2L * dimension : 0) + 64;
    }

    /**
     * Of how many faces the signatures find the candidates of a search: as many as a pair of cosine 0.35 needs to be
     * among them with a probability of 0.99, if strangers are scattered evenly.
     */
    static int candidates(int size, int limit) {
        int fewest = Math.max(FEWEST_CANDIDATES, MORE * limit);
        return Math.max(fewest, Math.min(MOST_CANDIDATES, size / FACES_FOR_A_CANDIDATE));
    }

    public int size() {
        return read(faces::size);
    }

    /** Whether it answers by itself; otherwise it only knows {@link #candidateFaces}. */
    public boolean hasVectors() {
        return rows.hasVectors();
    }

    long bytes() {
        return read(() -> rows.bytes()
                + faces.bytes()
                + persons.bytes()
                + (long) personOf.length * Long.BYTES
                + (long) facesOf.length * Integer.BYTES);
    }

    Fingerprint fingerprint() {
        return read(() -> new Fingerprint(faces.size(), sumOfFaces, sumOfPersons));
    }

    /** The persons nearest to a probe, each with the most similar of their faces. */
    public Hits nearestPersons(float[] probe, int limit, LongPredicate wanted) {
        return read(() -> {
            LongPredicate known = person -> person != FaceRow.NOBODY && wanted.test(person);
            int candidates = candidates(faces.size(), limit);
            while (true) {
                int[] found = scan(probe, candidates, known);
                List<Hit> hits = best(ranked(probe, found), limit, true);
                // Fewer persons than wanted are the truth only when all faces have been looked at.
                if (hits.size() == limit || found.length < candidates) {
                    return new Hits(hits, found.length, faces.size());
                }
                candidates *= MORE;
            }
        });
    }

    /** The faces nearest to a probe. */
    public Hits nearestFaces(float[] probe, int limit, LongPredicate wanted) {
        return read(() -> {
            int[] found = scan(probe, candidates(faces.size(), limit), wanted);
            return new Hits(best(ranked(probe, found), limit, false), found.length, faces.size());
        });
    }

    /** The faces that may be nearest, in no order, for somebody else to compare. */
    public long[] candidateFaces(float[] probe, int limit, LongPredicate wanted) {
        return read(() -> Arrays.stream(scan(probe, candidates(faces.size(), limit), wanted))
                .mapToLong(faces::key)
                .toArray());
    }

    /** How many faces a person has. */
    public int facesOf(long person) {
        return read(() -> {
            int slot = persons.find(person);
            return slot < 0 ? 0 : facesOf[slot];
        });
    }

    /** Some of the faces, drawn by chance. */
    public Set<Long> sample(int most) {
        return read(() -> {
            Set<Long> drawn = new HashSet<>();
            for (int i = 0; i < most && faces.size() > 0; i++) {
                drawn.add(faces.key(ThreadLocalRandom.current().nextInt(faces.size())));
            }
            return drawn;
        });
    }

    /** Makes the faces that were read again what they are now; those that are not among the rows are gone. */
    void apply(Collection<Long> changed, Collection<FaceRow> present) {
        List<long[]> signatures = new ArrayList<>(present.size());
        present.forEach(row -> signatures.add(signature.of(Halves.values(row.vector()))));
        lock.writeLock().lock();
        try {
            Set<Long> gone = new HashSet<>(changed);
            int i = 0;
            for (FaceRow row : present) {
                gone.remove(row.face());
                put(row, signatures.get(i++));
            }
            gone.forEach(this::remove);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void put(FaceRow row, long[] bits) {
        int before = faces.size();
        int slot = faces.add(row.face());
        if (slot < before) {
            leave(personOf[slot]);
        } else {
            sumOfFaces += row.face();
            if (slot == personOf.length) {
                personOf = Arrays.copyOf(personOf, slot + (slot >> 1));
            }
        }
        rows.set(slot, bits, row.vector());
        personOf[slot] = row.person();
        join(row.person());
    }

    private void remove(long face) {
        if (faces.find(face) < 0) {
            return;
        }
        int slot = faces.remove(face);
        int last = faces.size();
        sumOfFaces -= face;
        leave(personOf[slot]);
        if (slot != last) {
            rows.move(last, slot);
            personOf[slot] = personOf[last];
        }
        rows.trim(last);
        if (personOf.length > 64 && last < personOf.length / 4) {
            personOf = Arrays.copyOf(personOf, personOf.length / 2);
        }
    }

    private void join(long person) {
        sumOfPersons += person;
        if (person == FaceRow.NOBODY) {
            return;
        }
        int slot = persons.add(person);
        if (slot == facesOf.length) {
            facesOf = Arrays.copyOf(facesOf, slot + (slot >> 1));
        }
        facesOf[slot]++;
    }

    private void leave(long person) {
        sumOfPersons -= person;
        if (person == FaceRow.NOBODY) {
            return;
        }
        if (--facesOf[persons.find(person)] == 0) {
            int slot = persons.remove(person);
            facesOf[slot] = facesOf[persons.size()];
            facesOf[persons.size()] = 0;
        }
    }

    private int[] scan(float[] probe, int candidates, LongPredicate wanted) {
        var found = new Candidates(candidates, signature.words() * Long.SIZE, row -> wanted.test(personOf[row]));
        rows.scan(signature.of(Halves.values(Halves.of(probe))), faces.size(), found);
        return found.rows();
    }

    /** The rows by falling similarity, each with it: the similarity above, its bits made to sort, and the row below. */
    private long[] ranked(float[] probe, int[] found) {
        float[] similarities = rows.similarities(Halves.probe(probe), found);
        long[] ranked = new long[found.length];
        for (int i = 0; i < found.length; i++) {
            int bits = Float.floatToIntBits(similarities[i]);
            int rising = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
            ranked[i] = (long) ~rising << 32 | found[i];
        }
        Arrays.sort(ranked);
        return ranked;
    }

    private List<Hit> best(long[] ranked, int limit, boolean isPersonOnce) {
        List<Hit> hits = new ArrayList<>(Math.min(limit, ranked.length));
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < ranked.length && hits.size() < limit; i++) {
            int row = (int) ranked[i];
            long person = personOf[row];
            if (!isPersonOnce || seen.add(person)) {
                int rising = ~(int) (ranked[i] >> 32);
                float similarity = Float.intBitsToFloat(rising ^ ((rising >> 31) & Integer.MAX_VALUE));
                int slot = persons.find(person);
                hits.add(new Hit(faces.key(row), person, similarity, slot < 0 ? 0 : facesOf[slot]));
            }
        }
        return hits;
    }

    private <T> T read(java.util.function.Supplier<T> reading) {
        lock.readLock().lock();
        try {
            return reading.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    int dimension() {
        return dimension;
    }

    /** For tests: every signature loses a word. */
    void damage() {
        for (int row = 0; row < faces.size(); row++) {
            rows.damage(row);
        }
    }
}
