package org.semblance.vision;

import java.util.List;

/** The whole path from a photo to its faces; bounded in how many run at once. Never called inside a transaction. */
public interface FaceAnalysis {

    /** Finds the faces. */
    default Detection detect(Photo photo) {
        return detect(photo, DetectOptions.PLAIN);
    }

    /** Finds the faces and says of them what is asked for. */
    Detection detect(Photo photo, DetectOptions options);

    /** The same, with the photo, for those who let the embeddings of many photos be computed together. */
    Findings find(Photo photo, DetectOptions options);

    /**
     * Computes the embeddings of faces that were found, in few runs of the model. Not one of the analyses that are
     * counted: for jobs, which are bounded by their threads.
     */
    List<AnalyzedFace> embed(List<FoundFace> faces);

    /** Finds the faces and computes their embeddings. */
    default Analysis analyze(Photo photo) {
        return analyze(photo, DetectOptions.PLAIN);
    }

    /** Finds the faces, computes their embeddings and says of them what is asked for. */
    default Analysis analyze(Photo photo, DetectOptions options) {
        var found = find(photo, options);
        return new Analysis(found.photo(), embed(found.faces()));
    }

    /** The embedder whose embeddings {@link #analyze} returns. */
    EmbedderInfo embedder();
}
