package org.semblance.gallery;

import java.time.Instant;
import org.semblance.storage.ImageKey;
import org.semblance.vision.Box;

/** An enrolled face as callers see it. */
public record FaceSummary(
        FaceId id, PersonId person, Box box, float confidence, float quality, ImageKey crop, Instant createdAt) {}
