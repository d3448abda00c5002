package org.semblance.gallery.search;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;
import org.semblance.vision.Embedding;

/** A store of embeddings with what lies around it, so that the same contract is asked of all. */
interface TestedStore {
    EmbeddingStore embeddings();

    long gallery();

    PersonId person(long gallery);

    UUID user();

    FaceId face(long gallery, @Nullable PersonId person, Embedding embedding);

    void give(FaceId face, @Nullable PersonId person);

    void delete(FaceId face);

    void setDeleted(PersonId person, boolean isDeleted);

    void claim(PersonId person, UUID user);

    void makePublic(PersonId person);

    void own(FaceId face, UUID user);
}
