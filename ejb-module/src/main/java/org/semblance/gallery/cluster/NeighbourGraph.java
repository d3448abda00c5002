package org.semblance.gallery.cluster;

import java.util.Arrays;

/**
 * Faces and which of them are similar, each pair once, whichever of the two has found the other. A dozen bytes for each
 * neighbour: the faces are filled in the ascending order of their ids.
 */
public final class NeighbourGraph {
    private final long[] faces;
    private final int[] ends;
    private int[] others = new int[64];
    private float[] similarities = new float[64];
    private int filled;
    private int size;

    /** @param faces the ids of all faces, ascending */
    NeighbourGraph(long... faces) {
        this.faces = faces;
        this.ends = new int[faces.length];
    }

    /** Takes what one face was found similar to, from the given similarity on. Faces that are not here are passed over. */
    void add(long face, long[] near, float[] howNear, double least) {
        int index = Arrays.binarySearch(faces, face);
        if (index < 0) {
            return;
        }
        endUntil(index);
        for (int i = 0; i < near.length; i++) {
            int other = Arrays.binarySearch(faces, near[i]);
            if (other >= 0 && other != index && howNear[i] >= least) {
                add(other, howNear[i]);
            }
        }
        endUntil(index + 1);
    }

    private void add(int other, float similarity) {
        if (size == others.length) {
            others = Arrays.copyOf(others, size * 2);
            similarities = Arrays.copyOf(similarities, size * 2);
        }
        others[size] = other;
        similarities[size] = similarity;
        size++;
    }

    private void endUntil(int index) {
        if (index < filled) {
            throw new IllegalArgumentException("Faces come in the order of their ids");
        }
        Arrays.fill(ends, filled, index, size);
        filled = index;
    }

    int size() {
        return faces.length;
    }

    long face(int index) {
        return faces[index];
    }

    /** Visits each pair once, by the indexes of its faces. */
    void forEach(PairVisitor visitor) {
        for (int face = 0; face < filled; face++) {
            for (int i = start(face); i < ends[face]; i++) {
                int other = others[i];
                if (face < other || !lists(other, face)) {
                    visitor.visit(face, other, similarities[i]);
                }
            }
        }
    }

    private boolean lists(int whose, int wanted) {
        if (whose >= filled) {
            return false;
        }
        for (int i = start(whose); i < ends[whose]; i++) {
            if (others[i] == wanted) {
                return true;
            }
        }
        return false;
    }

    private int start(int face) {
        return face == 0 ? 0 : ends[face - 1];
    }

    /** Sees two faces that are similar. */
    interface PairVisitor {
        void visit(int one, int other, float similarity);
    }
}
