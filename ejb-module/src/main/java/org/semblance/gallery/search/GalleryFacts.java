package org.semblance.gallery.search;

/**
 * What is known of a gallery when a search is planned, perhaps a minute old.
 *
 * @param modelId the model's number in the database
 * @param hasGraph whether there is a graph index for gallery and model
 */
public record GalleryFacts(long modelId, int dimension, int faces, boolean hasGraph) {}
