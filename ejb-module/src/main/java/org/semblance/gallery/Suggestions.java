package org.semblance.gallery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.semblance.gallery.Identified.Candidate;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.gallery.search.FaceComparison;
import org.semblance.gallery.search.Filter;
import org.semblance.gallery.search.NearestQuery;
import org.semblance.gallery.search.Neighbour;
import org.semblance.storage.ImageKey;
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
    private final FaceStore crops;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected Suggestions() {
        this(null, null, null, null, null);
    }

    @Inject
    public Suggestions(
            GalleryScopes scopes,
            FaceComparison faces,
            EmbeddingStore embeddings,
            PersonStore persons,
            FaceStore crops) {
        this.scopes = scopes;
        this.faces = faces;
        this.embeddings = embeddings;
        this.persons = persons;
        this.crops = crops;
    }

    /** Only of faces that reach the gallery's threshold with somebody of whom nobody said that it is not them. */
    public Map<FaceId, Suggestion> of(long galleryId, Collection<FaceId> asked) {
        Optional<GalleryScope> scope = asked.isEmpty() ? Optional.empty() : scopes.find(galleryId);
        return scope.map(gallery -> of(gallery, asked)).orElseGet(Map::of);
    }

    /**
     * The persons whom a stored face looks like most, be they below the gallery's threshold; not those of whom somebody
     * said that it is not them, and nobody when the model in use has not seen the face.
     */
    public Likenesses nearest(long galleryId, FaceId face, int limit) {
        return scopes.find(galleryId).map(scope -> nearest(scope, face, limit)).orElseGet(() -> Likenesses.none(1));
    }

    private Likenesses nearest(GalleryScope scope, FaceId face, int limit) {
        Embedding probe = faces.embeddings(List.of(face), scope.model()).get(face);
        if (probe == null) {
            return Likenesses.none(scope.threshold());
        }
        var others = Filter.NONE.without(faces.rejectedPersons(List.of(face)).getOrDefault(face, Set.of()));
        List<Neighbour> found = embeddings
                .nearestPersons(new NearestQuery(scope.galleryId(), probe, limit, others, false))
                .found();
        Map<PersonId, Optional<String>> names =
                persons.recognisable(found.stream().map(Neighbour::person).toList());
        Map<FaceId, ImageKey> pictures = crops
                .list(found.stream().map(Neighbour::face).toList())
                .stream()
                .collect(Collectors.toMap(FaceSummary::id, FaceSummary::crop));
        return new Likenesses(
                scope.threshold(),
                found.stream()
                        .filter(near -> names.containsKey(near.person()))
                        .map(near -> new Candidate(
                                near.person(),
                                names.getOrDefault(near.person(), Optional.empty())
                                        .orElse(null),
                                near.face(),
                                pictures.get(near.face()),
                                near.similarity()))
                        .toList());
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
