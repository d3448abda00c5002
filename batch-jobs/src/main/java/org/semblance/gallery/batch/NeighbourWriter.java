package org.semblance.gallery.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.semblance.gallery.cluster.ClusterRun;
import org.semblance.gallery.cluster.ClusterRunId;
import org.semblance.gallery.cluster.ClusterRuns;
import org.semblance.gallery.cluster.FaceNeighbours;
import org.semblance.jobs.Tally;
import org.semblance.platform.batch.ChunkLedger;

/** Keeps what faces are similar to, all of a chunk or none of it. */
@Named
@Dependent
public class NeighbourWriter extends AbstractItemWriter {
    private final ClusterRuns runs;
    private final FaceNeighbours neighbours;
    private final ChunkLedger ledger;

    @Inject
    @BatchProperty
    private String run;

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public NeighbourWriter(ClusterRuns runs, FaceNeighbours neighbours, ChunkLedger ledger) {
        this.runs = runs;
        this.neighbours = neighbours;
        this.ledger = ledger;
    }

    @Override
    public void writeItems(List<Object> items) {
        ClusterRun clustered = runs.find(ClusterRunId.of(run)).orElseThrow();
        for (Object item : items) {
            var compared = (ComparedFace) item;
            if (compared.near() != null) {
                neighbours.keep(clustered, compared.face(), compared.near());
            }
        }
        runs.compared(clustered.id(), items.size());
        var last = (ComparedFace) items.get(items.size() - 1);
        ledger.keep(last.face().toString(), Tally.NOTHING.done(items.size()));
    }
}
