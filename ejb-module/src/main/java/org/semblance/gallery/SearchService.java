package org.semblance.gallery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.metrics.annotation.Timed;
import org.semblance.gallery.SearchResult.RecognizedFace;
import org.semblance.gallery.SearchedGalleries.SearchedGallery;
import org.semblance.platform.Permissions;
import org.semblance.vision.Analysis;
import org.semblance.vision.AnalyzedFace;
import org.semblance.vision.EmbedderInfo;
import org.semblance.vision.Embedding;
import org.semblance.vision.FaceAnalysis;

/** Says whose faces a photo shows, or who looks like a face, among the persons of one gallery; stores nothing. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@WithinGalleries
public class SearchService {
    private final FaceAnalysis analysis;
    private final SearchedGalleries galleries;
    private final ProbeFaces probeFaces;
    private final Identification identification;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SearchService() {
        this(null, null, null, null);
    }

    @Inject
    public SearchService(
            FaceAnalysis analysis, SearchedGalleries galleries, ProbeFaces probeFaces, Identification identification) {
        this.analysis = analysis;
        this.galleries = galleries;
        this.probeFaces = probeFaces;
        this.identification = identification;
    }

    @RolesAllowed(Permissions.SEARCH_RUN)
    @Timed(name = "search_seconds", absolute = true, description = "From photo to decisions")
    public SearchResult search(SearchRequest request) {
        SearchedGallery gallery = galleries.require(request.scope().gallery());
        Analysis found = analysis.analyze(request.photo());
        EmbedderInfo embedder = analysis.embedder();
        var probes = found.faces().stream().map(AnalyzedFace::embedding).toList();
        List<Identified> identified = identification.identify(gallery, request.scope(), embedder, probes);
        var faces = IntStream.range(0, probes.size())
                .mapToObj(i -> new RecognizedFace(found.faces().get(i), identified.get(i)))
                .toList();
        return new SearchResult(found.size(), embedder.model(), faces);
    }

    /** Who is similar to a stored face or to a vector. A face is not compared with its own person, nor with who it is not. */
    @RolesAllowed(Permissions.SEARCH_RUN)
    @Timed(name = "probe_search_seconds", absolute = true, description = "From a stored face or vector to the decision")
    public Identified search(SearchScope scope, Probe probe) {
        SearchedGallery gallery = galleries.require(scope.gallery());
        EmbedderInfo embedder = analysis.embedder();
        if (probe instanceof Probe.OfFace stored) {
            var known = probeFaces.require(gallery, stored.face(), embedder.model());
            var others = new SearchScope(
                    scope.gallery(), scope.threshold(), scope.limit(), known.others(scope.filter()), scope.exact());
            return identify(gallery, others, known.embedding());
        }
        return identify(gallery, scope, ((Probe.OfVector) probe).embedding(embedder));
    }

    private Identified identify(SearchedGallery gallery, SearchScope scope, Embedding probe) {
        return identification
                .identify(gallery, scope, analysis.embedder(), List.of(probe))
                .get(0);
    }
}
