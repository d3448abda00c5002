package org.semblance.gallery;

import java.util.List;
import org.semblance.vision.AnalyzedFace;
import org.semblance.vision.ModelId;
import org.semblance.vision.PixelSize;

/** Every face of a photo with what is believed of it. */
public record SearchResult(PixelSize size, ModelId model, List<RecognizedFace> faces) {
    public SearchResult {
        faces = List.copyOf(faces);
    }

    /** One face and who it may be. */
    public record RecognizedFace(AnalyzedFace face, Identified identified) {
        public Decision decision() {
            return identified.decision();
        }

        public List<Identified.Candidate> candidates() {
            return identified.candidates();
        }
    }
}
