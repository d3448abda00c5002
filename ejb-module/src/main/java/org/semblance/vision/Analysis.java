package org.semblance.vision;

import java.util.List;

/** What was found in one photo, with embeddings. */
public record Analysis(DecodedPhoto photo, List<AnalyzedFace> faces) {
    public Analysis {
        faces = List.copyOf(faces);
    }

    /** The upright pixels. */
    public Bitmap picture() {
        return photo.picture();
    }

    public PixelSize size() {
        return picture().size();
    }

    /** The faces that the photo is about. */
    public List<AnalyzedFace> prominent() {
        return Prominence.of(faces, AnalyzedFace::detected);
    }
}
