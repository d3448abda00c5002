package org.semblance.gallery.guided;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryScope;
import org.semblance.gallery.GalleryScopes;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonStore;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.gallery.search.Filter;
import org.semblance.gallery.search.NearFace;
import org.semblance.gallery.search.NearestQuery;
import org.semblance.vision.Embedding;
import org.semblance.vision.FaceAnalysis;
import org.semblance.vision.FalseAcceptRate;

/**
 * Keeps strangers' pictures from a person. Somebody else of the gallery who reaches its threshold is taken for shown,
 * unless the person is more similar still. The person's own faces must not be clearly different: what one in a hundred
 * pairs of strangers would reach is enough, since pictures of one person differ much.
 */
@ApplicationScoped
public class EnrolmentGate {
    private static final FalseAcceptRate CLEARLY_DIFFERENT_BELOW = FalseAcceptRate.ONE_IN_HUNDRED;

    private final GalleryScopes scopes;
    private final PersonStore persons;
    private final EmbeddingStore embeddings;
    private final FaceAnalysis analysis;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected EnrolmentGate() {
        this(null, null, null, null);
    }

    @Inject
    public EnrolmentGate(GalleryScopes scopes, PersonStore persons, EmbeddingStore embeddings, FaceAnalysis analysis) {
        this.scopes = scopes;
        this.persons = persons;
        this.embeddings = embeddings;
        this.analysis = analysis;
    }

    /** Whether the person may be recognised: they are there, and have agreed where that is needed. */
    public boolean mayBeRecognised(PersonId person) {
        return persons.recognisable(List.of(person)).containsKey(person);
    }

    /** Refuses a face that is not the person's. */
    public void check(GalleryName gallery, PersonId person, Embedding face) {
        GalleryScope scope = scopes.require(gallery);
        double own =
                embeddings.nearestOf(person, face).map(NearFace::similarity).orElse(Double.NaN);
        var others = Filter.NONE.without(Set.of(person));
        embeddings.nearestPersons(new NearestQuery(scope.galleryId(), face, 1, others, false)).found().stream()
                .filter(near -> near.similarity() >= scope.threshold() && !(own >= near.similarity()))
                .filter(near -> mayBeRecognised(near.person()))
                .findFirst()
                .ifPresent(near -> {
                    throw new FaceOfAnotherException(near.person());
                });
        double least =
                Math.min(scope.threshold(), analysis.embedder().thresholds().at(CLEARLY_DIFFERENT_BELOW));
        if (own < least) {
            throw new FaceUnlikeException();
        }
    }
}
