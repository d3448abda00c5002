package org.semblance.gallery;

/** A gallery to choose among others, without what takes time to count. */
public record GalleryTitle(String name, String title) {}
