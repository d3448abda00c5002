package org.semblance.gallery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.semblance.gallery.Identified.Candidate;
import org.semblance.gallery.SearchedGalleries.SearchedGallery;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.gallery.search.Nearest;
import org.semblance.gallery.search.NearestQuery;
import org.semblance.gallery.search.Neighbour;
import org.semblance.storage.ImageKey;
import org.semblance.vision.EmbedderInfo;
import org.semblance.vision.Embedding;

/** Finds out whose faces embeddings are of: the one place where a search becomes a decision. */
@ApplicationScoped
public class Identification {
    private final EmbeddingStore embeddings;
    private final PersonStore persons;
    private final FaceStore faces;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected Identification() {
        this(null, null, null);
    }

    @Inject
    public Identification(EmbeddingStore embeddings, PersonStore persons, FaceStore faces) {
        this.embeddings = embeddings;
        this.persons = persons;
        this.faces = faces;
    }

    /** In the order of the probes. */
    public List<Identified> identify(
            SearchedGallery gallery, SearchScope scope, EmbedderInfo embedder, List<Embedding> probes) {
        DecisionRule rule = rule(gallery, scope, embedder);
        int limit = Math.max(Decision.DECIDING, scope.limit());
        List<Nearest<Neighbour>> nearest = probes.stream()
                .map(probe -> embeddings.nearestPersons(
                        new NearestQuery(gallery.id(), probe, limit, scope.filter(), scope.exact())))
                .toList();
        List<List<Neighbour>> reaching =
                nearest.stream().map(answer -> reaching(answer, rule)).toList();
        var described = new Described(reaching);
        return IntStream.range(0, probes.size())
                .mapToObj(i -> new Identified(
                        Decision.of(described.without(nearest.get(i).found(), rule), rule, embedder.model()),
                        reaching.get(i).stream()
                                .filter(described::isRecognisable)
                                .limit(scope.limit())
                                .map(described::candidate)
                                .toList(),
                        nearest.get(i).plan()))
                .toList();
    }

    private static DecisionRule rule(SearchedGallery gallery, SearchScope scope, EmbedderInfo embedder) {
        DecisionRule rule = gallery.rules().decisionRule(embedder.thresholds());
        return scope.threshold() == null ? rule : rule.withThreshold(scope.threshold());
    }

    private static List<Neighbour> reaching(Nearest<Neighbour> answer, DecisionRule rule) {
        return answer.found().stream()
                .filter(near -> near.similarity() >= rule.threshold())
                .toList();
    }

    /** Names and crops of all neighbours, read with one query each whatever the number of faces. */
    private final class Described {
        private final Map<PersonId, Optional<String>> names;
        private final Map<FaceId, ImageKey> crops;

        Described(List<List<Neighbour>> neighbours) {
            var all = neighbours.stream().flatMap(List::stream).toList();
            names = all.isEmpty()
                    ? Map.of()
                    : persons.recognisable(
                            all.stream().map(Neighbour::person).distinct().toList());
            crops = all.isEmpty() ? Map.of() : crops(all);
        }

        private Map<FaceId, ImageKey> crops(List<Neighbour> all) {
            return faces.list(all.stream().map(Neighbour::face).distinct().toList()).stream()
                    .collect(Collectors.toMap(FaceSummary::id, FaceSummary::crop));
        }

        boolean isRecognisable(Neighbour near) {
            return names.containsKey(near.person());
        }

        /** The neighbours without those who reach the threshold and may not be recognised any more. */
        List<Neighbour> without(List<Neighbour> found, DecisionRule rule) {
            return found.stream()
                    .filter(near -> near.similarity() < rule.threshold() || isRecognisable(near))
                    .toList();
        }

        Candidate candidate(Neighbour near) {
            return new Candidate(
                    near.person(),
                    names.getOrDefault(near.person(), Optional.empty()).orElse(null),
                    near.face(),
                    crops.get(near.face()),
                    near.similarity());
        }
    }
}
