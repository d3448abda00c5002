package org.semblance.vision;

import java.util.List;

/** What was found in one photo, with embeddings. */
public record Analysis(DecodedPhoto photo, List<AnalyzedFace> faces) {
    /** Of the longest face: the photo is about those that are no shorter, others are passers-by. */
    public static final float PROMINENT = 0.25f;

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
        double longest = faces.stream().mapToDouble(Analysis::longestSide).max().orElse(0);
        return faces.stream()
                .filter(face -> longestSide(face) >= PROMINENT * longest)
                .toList();
    }

    private static double longestSide(AnalyzedFace face) {
        return face.detected().box().longestSide();
    }
}
