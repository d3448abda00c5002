package org.semblance.gallery.search;

import java.util.Map;
import java.util.Optional;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;

/** Keeps embeddings and finds the nearest: the one place that knows how vectors are stored and searched. */
public interface EmbeddingStore {

    /** Keeps the embedding of a stored face, once for each model; goes with the face when that is deleted. */
    void add(FaceId face, Embedding embedding);

    /** The same for many. */
    default void add(Map<FaceId, Embedding> all) {
        all.forEach(this::add);
    }

    /** What a model made of a stored face. */
    Optional<Embedding> find(FaceId face, ModelId model);

    /** The face of a person that is most similar to the probe. */
    Optional<NearFace> nearestOf(PersonId person, Embedding probe);

    /** The persons of a gallery most similar to the probe, each once, the most similar first. */
    Nearest<Neighbour> nearestPersons(NearestQuery query);

    /** The faces of a gallery most similar to the probe, of persons or of nobody yet, the most similar first. */
    Nearest<NearFace> nearestFaces(NearestQuery query);
}
