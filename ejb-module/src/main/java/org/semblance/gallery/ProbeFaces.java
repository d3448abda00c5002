package org.semblance.gallery;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.semblance.gallery.SearchedGalleries.SearchedGallery;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.gallery.search.Filter;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;

/** Stored faces that others are to be compared with. */
@Stateless
@PermitAll
public class ProbeFaces {
    /** The face's own person; a row with null for a face of nobody. */
    private static final String OWNER = """
            SELECT person_id FROM face WHERE id = ?1 AND gallery_id = ?2
            """;

    private final EmbeddingStore embeddings;

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ProbeFaces() {
        this(null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the entity manager is injected after construction
    public ProbeFaces(EmbeddingStore embeddings) {
        this.embeddings = embeddings;
    }

    /** A face as others are compared with it. */
    public record ProbeFace(Embedding embedding, Set<PersonId> excluded) {
        Filter others(Filter filter) {
            var without = new HashSet<>(filter.without());
            without.addAll(excluded);
            return filter.without(without);
        }
    }

    public ProbeFace require(SearchedGallery gallery, FaceId face, ModelId model) {
        List<?> excluded = entities.createNativeQuery(OWNER)
                .setParameter(1, face.value())
                .setParameter(2, gallery.id())
                .getResultList();
        if (excluded.isEmpty()) {
            throw new FaceNotFoundException(face);
        }
        Embedding embedding = embeddings.find(face, model).orElseThrow(() -> new FaceNotEmbeddedException(face, model));
        var persons = new HashSet<>(new Rejections(entities).of(face));
        for (Object person : excluded) {
            if (person != null) {
                persons.add(new PersonId(((Number) person).longValue()));
            }
        }
        return new ProbeFace(embedding, persons);
    }
}
