package org.semblance.vision;

import java.util.List;

/** What was found in one photo, with embeddings. */
public record Analysis(DecodedPhoto photo, List<AnalyzedFace> faces) {
    private static final float PROMINENT = 0.25f;

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

    /** The faces that the photo is about: none less than a quarter as long as the longest, as those of passers-by are. */
    public List<AnalyzedFace> prominent() {
        double longest = faces.stream().mapToDouble(Analysis::longestSide).max().orElse(0);
        return faces.stream()
                .filter(face -> longestSide(face) >= PROMINENT * longest)
                .toList();
    }

    private static double longestSide(AnalyzedFace face) {
        return face.detected().box().longestSide();
    }
}
