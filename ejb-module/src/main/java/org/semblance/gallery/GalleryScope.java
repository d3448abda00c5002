package org.semblance.gallery;

import org.semblance.vision.ModelId;

/**
 * A gallery as the model in use sees it.
 *
 * @param threshold similarity from which on two faces are taken for one person's
 * @param margin how far the best person must be ahead of the next one
 */
public record GalleryScope(long galleryId, GalleryName gallery, ModelId model, double threshold, double margin) {}
