package org.semblance.gallery;

import java.util.Optional;
import org.semblance.audit.Actor;
import org.semblance.storage.NewImage;
import org.semblance.vision.AnalyzedFace;

/**
 * A face about to be enrolled, with its images, whose bytes are stored already.
 *
 * @param actor on whose behalf, when it is not the current caller
 */
public record NewFace(
        GalleryName gallery,
        PersonId person,
        AnalyzedFace analyzed,
        NewImage original,
        NewImage crop,
        Optional<Actor> actor) {}
