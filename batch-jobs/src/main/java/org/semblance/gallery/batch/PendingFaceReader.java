package org.semblance.gallery.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.cluster.ClusterRun;
import org.semblance.gallery.cluster.ClusterRunId;
import org.semblance.gallery.cluster.ClusterRuns;
import org.semblance.gallery.cluster.FaceNeighbours;
import org.semblance.platform.batch.ChunkLedger;

/** Reads the unknown faces that a run has to compare, in the order of their ids, each in one part of the step. */
@Named
@Dependent
public class PendingFaceReader extends AbstractItemReader {
    private static final int PAGE = 500;

    private final ClusterRuns runs;
    private final FaceNeighbours faces;
    private final ChunkLedger ledger;
    private final Deque<FaceId> page = new ArrayDeque<>();
    private long last;
    private ClusterRun clustered;

    @Inject
    @BatchProperty
    private String run;

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public PendingFaceReader(ClusterRuns runs, FaceNeighbours faces, ChunkLedger ledger) {
        this.runs = runs;
        this.faces = faces;
        this.ledger = ledger;
    }

    @Override
    public void open(@Nullable Serializable checkpoint) {
        clustered = runs.find(ClusterRunId.of(run)).orElseThrow();
        last = ledger.open(() -> faces.countPending(clustered, ledger.ids()))
                .map(Long::valueOf)
                .orElse(0L);
    }

    @Override
    public @Nullable Object readItem() {
        if (page.isEmpty()) {
            page.addAll(faces.listPending(clustered, ledger.ids(), last, PAGE));
        }
        FaceId next = page.pollFirst();
        if (next != null) {
            last = next.value();
        }
        return next;
    }
}
