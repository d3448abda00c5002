package org.semblance.vision;

import java.util.List;

/** The faces that were found in one photo, without embeddings, and the photo. */
public record Findings(DecodedPhoto photo, List<FoundFace> faces) {
    public Findings {
        faces = List.copyOf(faces);
    }

    public PixelSize size() {
        return photo.picture().size();
    }

    /** The faces that the photo is about. */
    public List<FoundFace> prominent() {
        return Prominence.of(faces, FoundFace::detected);
    }
}
