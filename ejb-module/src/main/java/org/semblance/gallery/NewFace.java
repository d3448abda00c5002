package org.semblance.gallery;

import org.semblance.storage.NewImage;
import org.semblance.vision.AnalyzedFace;

/** A face about to be enrolled, with its images, whose bytes are stored already. */
public record NewFace(PersonId person, AnalyzedFace analyzed, NewImage original, NewImage crop) {}
