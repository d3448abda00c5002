package org.semblance.surveillance.flow;

import org.semblance.storage.NewImage;
import org.semblance.surveillance.event.RecognitionEvent;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Embedding;

/**
 * A sighting that begins, with all that is written of it.
 *
 * @param event says which sighting and whom it shows
 * @param picture the face, turned upright
 */
public record NewSighting(RecognitionEvent event, DetectedFace face, Embedding embedding, NewImage picture) {}
