package org.semblance.gallery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.storage.ImageKey;
import org.semblance.vision.AnalyzedFace;
import org.semblance.vision.ModelId;
import org.semblance.vision.PixelSize;

/** Every face of a photo with what is believed of it. */
public record SearchResult(PixelSize size, ModelId model, List<RecognizedFace> faces) {
    public SearchResult {
        faces = List.copyOf(faces);
    }

    /** One face, the decision about it, and the persons most similar to it whose similarity reaches the threshold. */
    public record RecognizedFace(AnalyzedFace face, Decision decision, List<Candidate> candidates) {
        public RecognizedFace {
            candidates = List.copyOf(candidates);
        }
    }

    /** A person who may be meant: their most similar face, its crop, and how similar it is. */
    public record Candidate(
            PersonId person,
            @Nullable String name,
            FaceId face,
            @Nullable ImageKey crop,
            double similarity) {}
}
