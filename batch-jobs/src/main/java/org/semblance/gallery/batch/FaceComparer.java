package org.semblance.gallery.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.cluster.ClusterRun;
import org.semblance.gallery.cluster.ClusterRunId;
import org.semblance.gallery.cluster.ClusterRuns;
import org.semblance.gallery.cluster.NeighbourSearch;

/** Finds the unknown faces that a face is similar to. */
@Named
@Dependent
public class FaceComparer implements ItemProcessor {
    private final ClusterRuns runs;
    private final NeighbourSearch search;
    private @Nullable ClusterRun clustered;

    @Inject
    @BatchProperty
    private String run;

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public FaceComparer(ClusterRuns runs, NeighbourSearch search) {
        this.runs = runs;
        this.search = search;
    }

    @Override
    public Object processItem(Object item) {
        var face = (FaceId) item;
        return new ComparedFace(face, search.find(clustered(), face).orElse(null));
    }

    private ClusterRun clustered() {
        ClusterRun known = clustered;
        if (known == null) {
            known = runs.find(ClusterRunId.of(run)).orElseThrow();
            clustered = known;
        }
        return known;
    }
}
