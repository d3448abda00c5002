package org.semblance.gallery;

import java.util.List;
import org.semblance.vision.Embedding;

/** Keeps embeddings and finds the nearest: the one place that knows how vectors are stored and searched. */
public interface EmbeddingStore {

    /** Keeps the embedding of a stored face, once for each model; goes with the face when that is deleted. */
    void add(FaceId face, Embedding embedding);

    /** The persons of a gallery most similar to the probe, each once, the most similar first. */
    List<Neighbour> nearestPersons(long galleryId, Embedding probe, int limit);
}
