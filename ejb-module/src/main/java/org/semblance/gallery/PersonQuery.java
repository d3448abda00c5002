package org.semblance.gallery;

/**
 * Which persons of a gallery to list.
 *
 * @param text what a name or external id begins with, in any case; empty for all
 * @param which only these
 * @param after the id to continue after, 0 from the start
 */
public record PersonQuery(GalleryName gallery, String text, Which which, long after, int limit) implements InGallery {
    /** Which of the persons. */
    public enum Which {
        /** Those who are there. */
        PRESENT,
        /** Those who are there and whom no user claims to be. */
        UNCLAIMED,
        /** Those who were deleted and can still be brought back. */
        DELETED
    }

    public PersonQuery(GalleryName gallery, String text, long after, int limit) {
        this(gallery, text, Which.PRESENT, after, limit);
    }

    /** The same of those who were deleted. */
    PersonQuery deleted() {
        return new PersonQuery(gallery, text, Which.DELETED, after, limit);
    }
}
