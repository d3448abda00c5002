package org.semblance.gallery.search.memory;

/**
 * A searchable embedding as it is kept.
 *
 * @param person whose face it is; {@link #NOBODY} while unknown
 * @param vector in half precision
 */
record FaceRow(long face, long person, short[] vector) {
    static final long NOBODY = 0;
}
