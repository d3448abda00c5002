package org.semblance.vision;

/** The whole path from a photo to its faces; bounded in how many run at once. Never called inside a transaction. */
public interface FaceAnalysis {

    /** Finds the faces. */
    Detection detect(Photo photo);

    /** Finds the faces and computes their embeddings. */
    Analysis analyze(Photo photo);

    /** The embedder whose embeddings {@link #analyze} returns. */
    EmbedderInfo embedder();
}
