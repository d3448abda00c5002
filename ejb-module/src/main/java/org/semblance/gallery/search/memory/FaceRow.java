package org.semblance.gallery.search.memory;

/** A searchable embedding as it is kept, its vector in half precision. */
final class FaceRow {
    static final long NOBODY = 0;

    private final long face;
    private final long person;
    private final short[] vector;

    /**
     * @param person whose face it is; {@link #NOBODY} while unknown
     * @param vector not copied, for rows come in hundreds of thousands
     */
    FaceRow(long face, long person, short[] vector) {
        this.face = face;
        this.person = person;
        this.vector = vector;
    }

    long face() {
        return face;
    }

    long person() {
        return person;
    }

    short[] vector() {
        return vector;
    }
}
