package org.semblance.gallery.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.semblance.gallery.cluster.ClusterRunId;
import org.semblance.gallery.cluster.ClusterRuns;
import org.semblance.gallery.cluster.Clustering;

/** Sees the clusters once all faces are compared, and proposes them. */
@Named
@Dependent
public class ClusterProposer extends AbstractBatchlet {
    private final ClusterRuns runs;
    private final Clustering clustering;

    @Inject
    @BatchProperty
    private String run;

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public ClusterProposer(ClusterRuns runs, Clustering clustering) {
        this.runs = runs;
        this.clustering = clustering;
    }

    @Override
    public String process() {
        clustering.propose(runs.find(ClusterRunId.of(run)).orElseThrow());
        return "DONE";
    }
}
