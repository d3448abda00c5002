package org.semblance.gallery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.metrics.annotation.Counted;
import org.eclipse.microprofile.metrics.annotation.Timed;
import org.semblance.gallery.SearchResult.Candidate;
import org.semblance.gallery.SearchResult.RecognizedFace;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.gallery.search.NearestQuery;
import org.semblance.gallery.search.Neighbour;
import org.semblance.platform.Permissions;
import org.semblance.storage.ImageKey;
import org.semblance.vision.Analysis;
import org.semblance.vision.FaceAnalysis;

/** Says whose faces a photo shows, among the persons of one gallery; stores nothing. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SearchService {
    private final FaceAnalysis analysis;
    private final GalleryStore galleries;
    private final PersonStore persons;
    private final FaceStore faces;
    private final EmbeddingStore embeddings;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SearchService() {
        this(null, null, null, null, null);
    }

    @Inject
    public SearchService(
            FaceAnalysis analysis,
            GalleryStore galleries,
            PersonStore persons,
            FaceStore faces,
            EmbeddingStore embeddings) {
        this.analysis = analysis;
        this.galleries = galleries;
        this.persons = persons;
        this.faces = faces;
        this.embeddings = embeddings;
    }

    @RolesAllowed(Permissions.SEARCH_RUN)
    @Counted(name = "searches", absolute = true, description = "Photos searched for known persons")
    @Timed(name = "search_seconds", absolute = true, description = "From photo to decisions")
    public SearchResult search(SearchRequest request) {
        Gallery gallery = galleries.require(request.gallery());
        Analysis found = analysis.analyze(request.photo());
        DecisionRule rule = rule(request, gallery);
        List<List<Neighbour>> neighbours = found.faces().stream()
                .map(face -> embeddings
                        .nearestPersons(NearestQuery.of(
                                gallery.id(), face.embedding(), Math.max(Decision.DECIDING, request.limit())))
                        .found())
                .toList();
        var described = new Described(neighbours);
        var recognized = new java.util.ArrayList<RecognizedFace>();
        for (int i = 0; i < found.faces().size(); i++) {
            var decision =
                    Decision.of(neighbours.get(i), rule, analysis.embedder().model());
            List<Candidate> candidates = neighbours.get(i).stream()
                    .filter(near -> near.similarity() >= rule.threshold())
                    .limit(request.limit())
                    .map(described::candidate)
                    .toList();
            recognized.add(new RecognizedFace(found.faces().get(i), decision, candidates));
        }
        return new SearchResult(found.size(), analysis.embedder().model(), recognized);
    }

    private DecisionRule rule(SearchRequest request, Gallery gallery) {
        DecisionRule rule = gallery.rules().decisionRule(analysis.embedder().thresholds());
        return request.threshold() == null ? rule : rule.withThreshold(request.threshold());
    }

    /** Names and crops of all neighbours, read with one query each whatever the number of faces. */
    private final class Described {
        private final Map<PersonId, String> names;
        private final Map<FaceId, ImageKey> crops;

        Described(List<List<Neighbour>> neighbours) {
            var all = neighbours.stream().flatMap(List::stream).toList();
            names = persons.names(all.stream().map(Neighbour::person).distinct().toList());
            crops = faces.list(all.stream().map(Neighbour::face).distinct().toList()).stream()
                    .collect(Collectors.toMap(FaceSummary::id, FaceSummary::crop));
        }

        Candidate candidate(Neighbour near) {
            return new Candidate(
                    near.person(), names.get(near.person()), near.face(), crops.get(near.face()), near.similarity());
        }
    }
}
