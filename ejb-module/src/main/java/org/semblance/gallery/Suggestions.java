package org.semblance.gallery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.gallery.search.FaceComparison;
import org.semblance.gallery.search.Filter;
import org.semblance.gallery.search.NearestQuery;
import org.semblance.gallery.search.Neighbour;
import org.semblance.vision.Embedding;

/**
 * Whom stored faces of nobody look like by now: whoever was enrolled since may be among them. A few statements for any
 * number of faces, as long as the gallery is searched in memory.
 */
@ApplicationScoped
public class Suggestions {
    private final GalleryScopes scopes;
    private final FaceComparison faces;
    private final EmbeddingStore embeddings;
    private final PersonStore persons;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected Suggestions() {
        this(null, null, null, null);
    }

    @Inject
    public Suggestions(GalleryScopes scopes, FaceComparison faces, EmbeddingStore embeddings, PersonStore persons) {
        this.scopes = scopes;
        this.faces = faces;
        this.embeddings = embeddings;
        this.persons = persons;
    }

    /** Only of faces that reach the gallery's threshold with somebody of whom nobody said that it is not them. */
    public Map<FaceId, Suggestion> of(long galleryId, Collection<FaceId> asked) {
        Optional<GalleryScope> scope = asked.isEmpty() ? Optional.empty() : scopes.find(galleryId);
        return scope.map(gallery -> of(gallery, asked)).orElseGet(Map::of);
    }

    private Map<FaceId, Suggestion> of(GalleryScope scope, Collection<FaceId> asked) {
        Map<FaceId, Embedding> probes = faces.embeddings(asked, scope.model());
        Map<FaceId, Set<PersonId>> rejected = faces.rejectedPersons(asked);
        var best = new HashMap<FaceId, Neighbour>();
        probes.forEach((face, probe) -> {
            var others = Filter.NONE.without(rejected.getOrDefault(face, Set.of()));
            embeddings.nearestPersons(new NearestQuery(scope.galleryId(), probe, 1, others, false)).found().stream()
                    .filter(near -> near.similarity() >= scope.threshold())
                    .forEach(near -> best.put(face, near));
        });
        return described(best);
    }

    private Map<FaceId, Suggestion> described(Map<FaceId, Neighbour> best) {
        Map<PersonId, Optional<String>> names = persons.recognisable(
                best.values().stream().map(Neighbour::person).distinct().toList());
        var suggestions = new HashMap<FaceId, Suggestion>();
        best.forEach((face, near) -> {
            Optional<String> name = names.get(near.person());
            if (name != null) {
                suggestions.put(face, new Suggestion(near.person(), name.orElse(null), near.similarity()));
            }
        });
        return suggestions;
    }
}
