package org.semblance.gallery;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.semblance.audit.Actor;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.storage.NewImage;
import org.semblance.storage.StoredImage;
import org.semblance.vision.AnalyzedFace;

/** Adds the rows of one picture's faces and of their images and embeddings, within the transaction of the caller. */
final class FaceRows {
    private static final String USER = "SELECT id FROM app_user WHERE lower(username) = lower(?1)";
    private static final String OWNER_OF_KEY = "SELECT owner_id FROM api_key WHERE 'key:' || prefix = ?1";

    private final EntityManager entities;
    private final EmbeddingStore embeddings;
    private final Clock clock;

    FaceRows(EntityManager entities, EmbeddingStore embeddings, Clock clock) {
        this.entities = entities;
        this.embeddings = embeddings;
        this.clock = clock;
    }

    StoredImage add(NewImage image) {
        var row = new StoredImage(image, clock.instant());
        entities.persist(row);
        return row;
    }

    /** A face of nobody yet. */
    Face face(long gallery, AnalyzedFace face) {
        return new Face(gallery, face.detected(), face.quality().score(), clock.instant());
    }

    FaceId add(Face row, AnalyzedFace face) {
        entities.persist(row);
        entities.flush();
        embeddings.add(row.id(), face.embedding());
        return row.id();
    }

    /** The user behind an actor, be it their key; none behind jobs. */
    Optional<UUID> user(Actor actor) {
        return switch (actor.kind()) {
            case USER -> find(USER, actor);
            case KEY -> find(OWNER_OF_KEY, actor);
            case JOB, SYSTEM -> Optional.empty();
        };
    }

    private Optional<UUID> find(String query, Actor actor) {
        List<?> ids =
                entities.createNativeQuery(query).setParameter(1, actor.name()).getResultList();
        return ids.stream().findFirst().map(id -> UUID.fromString(id.toString()));
    }
}
