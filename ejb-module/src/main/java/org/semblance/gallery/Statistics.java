package org.semblance.gallery;

/**
 * How much there is.
 *
 * @param unassigned faces of nobody yet
 * @param unclaimed persons whom no user claims to be
 * @param embeddingBytes what the embeddings and their indexes take on disk
 * @param imageBytes what the pictures take in the image store
 */
public record Statistics(
        long galleries,
        long persons,
        long unclaimed,
        long faces,
        long unassigned,
        long embeddings,
        long embeddingBytes,
        long images,
        long imageBytes) {}
