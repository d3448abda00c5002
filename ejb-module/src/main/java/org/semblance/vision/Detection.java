package org.semblance.vision;

import java.util.List;

/** What was found in one photo; the size is that of the upright picture. */
public record Detection(PixelSize size, List<FoundFace> faces) {
    public Detection {
        faces = List.copyOf(faces);
    }
}
