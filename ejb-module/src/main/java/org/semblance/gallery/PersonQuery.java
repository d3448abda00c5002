package org.semblance.gallery;

/**
 * Which persons of a gallery to list.
 *
 * @param text what a name or external id begins with, in any case; empty for all
 * @param after the id to continue after, 0 from the start
 */
public record PersonQuery(GalleryName gallery, String text, long after, int limit) {}
