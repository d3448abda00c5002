package org.semblance.vision;

import java.util.List;

/** What was found in one photo, with embeddings; the picture is upright, as decoded. */
public record Analysis(Bitmap picture, List<AnalyzedFace> faces) {
    public Analysis {
        faces = List.copyOf(faces);
    }

    public PixelSize size() {
        return picture.size();
    }
}
