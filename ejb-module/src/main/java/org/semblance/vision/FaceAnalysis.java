package org.semblance.vision;

/** The whole path from a photo to its faces; bounded in how many run at once. Never called inside a transaction. */
public interface FaceAnalysis {

    /** Finds the faces. */
    default Detection detect(Photo photo) {
        return detect(photo, DetectOptions.PLAIN);
    }

    /** Finds the faces and says of them what is asked for. */
    Detection detect(Photo photo, DetectOptions options);

    /** Finds the faces and computes their embeddings. */
    default Analysis analyze(Photo photo) {
        return analyze(photo, DetectOptions.PLAIN);
    }

    /** Finds the faces, computes their embeddings and says of them what is asked for. */
    Analysis analyze(Photo photo, DetectOptions options);

    /** The embedder whose embeddings {@link #analyze} returns. */
    EmbedderInfo embedder();
}
