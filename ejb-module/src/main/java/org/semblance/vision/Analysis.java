package org.semblance.vision;

import java.util.List;

/** What was found in one photo, with embeddings; the size is that of the upright picture. */
public record Analysis(PixelSize size, List<AnalyzedFace> faces) {
    public Analysis {
        faces = List.copyOf(faces);
    }
}
