package org.semblance.gallery.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.jboss.logging.Logger;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.search.SearchPlan.Method;
import org.semblance.gallery.search.memory.MemoryTier;
import org.semblance.gallery.search.memory.Scope;
import org.semblance.gallery.search.memory.Segment;
import org.semblance.vision.Embedding;

/**
 * Asks now and then for faces that are stored, blurred as another photo of the same person would be, and compares the
 * quick ways with comparing everything. What memory holds is loaded anew when it is not what the database holds.
 */
@ApplicationScoped
public class RecallProbe {
    private static final Logger LOG = Logger.getLogger(RecallProbe.class);
    private static final int SAMPLES = 5;
    private static final double LIKENESS = 0.6;

    /** Half precision and the order of summing leave this much. */
    private static final double ROUNDING = 1e-3;

    private final PgvectorEmbeddingStore truth;
    private final GalleryCounts counts;
    private final MemoryTier memory;
    private final Recall recall;
    private final Random random = new Random();

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected RecallProbe() {
        this(null, null, null, null);
    }

    @Inject
    public RecallProbe(PgvectorEmbeddingStore truth, GalleryCounts counts, MemoryTier memory, Recall recall) {
        this.truth = truth;
        this.counts = counts;
        this.memory = memory;
        this.recall = recall;
    }

    /** Takes some samples of every gallery in memory. */
    public void sample() {
        for (Scope scope : memory.scopes()) {
            memory.peek(scope).ifPresent(segment -> sample(scope, segment));
        }
    }

    private void sample(Scope scope, Segment segment) {
        GalleryFacts facts = counts.facts(scope);
        int missed = 0;
        for (long face : segment.sample(SAMPLES)) {
            var stored = truth.find(new FaceId(face), scope.model());
            if (stored.isEmpty()) {
                continue;
            }
            var query = new NearestQuery(scope.galleryId(), blurred(stored.get()), 1, Filter.NONE, true);
            double best = best(truth.nearestFaces(query, facts, plan(Method.EXACT, facts)));
            if (facts.hasGraph()) {
                isFoundByGraph(query, facts, best);
            }
            boolean isFound = new MemorySearch(query, segment, truth, counts)
                    .faces()
                    .map(answer -> best(answer) >= best - ROUNDING)
                    .orElse(true);
            recall.record(scope, Method.MEMORY, isFound);
            missed += isFound ? 0 : 1;
        }
        if (missed > SAMPLES / 2 || isDamaged(scope)) {
            LOG.infof("What memory holds of %s is not what the database holds; it is loaded anew", scope);
            memory.discard(scope);
            recall.forget(scope, Method.MEMORY);
        }
    }

    private boolean isDamaged(Scope scope) {
        try {
            return memory.isDamaged(scope);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Whether a gallery's graph finds what is most like a stored face, as comparing everything does. */
    boolean isFoundByGraph(Scope scope, Embedding stored) {
        GalleryFacts facts = counts.count(scope);
        var query = new NearestQuery(scope.galleryId(), blurred(stored), 1, Filter.NONE, true);
        double best = best(truth.nearestFaces(query, facts, plan(Method.EXACT, facts)));
        return isFoundByGraph(query, facts, best);
    }

    private boolean isFoundByGraph(NearestQuery query, GalleryFacts facts, double best) {
        try {
            double found = best(truth.nearestFaces(query, facts, plan(Method.GRAPH, facts)));
            recall.record(query.scope(), Method.GRAPH, found >= best - ROUNDING);
            return found >= best - ROUNDING;
        } catch (BrokenGraphException e) {
            recall.breakDown(query.scope());
            return false;
        }
    }

    /** A graph that was built anew has yet to show what it finds. */
    void forgetGraph(Scope scope) {
        recall.forget(scope, Method.GRAPH);
    }

    private static SearchPlan plan(Method method, GalleryFacts facts) {
        return new SearchPlan(method, "the recall probe compares", 0, facts.faces(), false);
    }

    private static double best(Nearest<NearFace> answer) {
        List<NearFace> found = answer.found();
        return found.isEmpty() ? -1 : found.get(0).similarity();
    }

    private Embedding blurred(Embedding stored) {
        float[] values = stored.values();
        double noise = Math.sqrt((1 - LIKENESS * LIKENESS) / values.length) / LIKENESS;
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (noise * random.nextGaussian());
        }
        return Embedding.of(stored.model(), values);
    }
}
