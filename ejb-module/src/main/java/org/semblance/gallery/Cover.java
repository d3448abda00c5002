package org.semblance.gallery;

import org.semblance.storage.ImageKey;

/**
 * The picture that stands for a person.
 *
 * @param isChosen whether people chose it; else it is the best of the person's faces
 */
public record Cover(FaceId face, ImageKey crop, boolean isChosen) {}
