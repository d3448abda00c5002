package org.semblance.gallery;

import org.jspecify.annotations.Nullable;
import org.semblance.vision.AnalyzedFace;
import org.semblance.vision.ModelId;

/**
 * Whether two faces are one person's.
 *
 * @param same whether the similarity reaches the threshold
 * @param face the face of the first picture
 * @param other the face of the second picture; null when it was compared with a person
 * @param stored the face of the person that is most similar; null when two pictures were compared
 */
public record Verification(
        boolean same,
        double similarity,
        double threshold,
        ModelId model,
        AnalyzedFace face,
        @Nullable AnalyzedFace other,
        @Nullable FaceId stored) {

    static Verification ofPictures(AnalyzedFace face, AnalyzedFace other, double threshold) {
        double similarity = face.embedding().similarity(other.embedding());
        ModelId model = face.embedding().model();
        return new Verification(similarity >= threshold, similarity, threshold, model, face, other, null);
    }

    static Verification ofPerson(AnalyzedFace face, FaceId stored, double similarity, double threshold) {
        ModelId model = face.embedding().model();
        return new Verification(similarity >= threshold, similarity, threshold, model, face, null, stored);
    }
}
