package org.semblance.gallery;

import org.semblance.vision.DetectedFace;
import org.semblance.vision.Embedding;

/**
 * A face of which only the aligned crop is kept, whose row is there already.
 *
 * @param detected where it was in the picture that is not kept
 * @param imageId row of the crop
 */
public record CropFace(long galleryId, DetectedFace detected, double quality, Embedding embedding, long imageId) {}
