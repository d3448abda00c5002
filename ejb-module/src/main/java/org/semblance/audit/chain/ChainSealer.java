package org.semblance.audit.chain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.semblance.audit.chain.SealStore.Batch;

/** Seals what has been recorded, and remembers beside the database how far the chains have come. */
@ApplicationScoped
public class ChainSealer {
    private static final int BATCH = 500;

    private final SealStore seals;
    private final Anchors anchors;
    private final Settling settling;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ChainSealer() {
        this(null, null, new Settling());
    }

    @Inject
    public ChainSealer(SealStore seals, Anchors anchors) {
        this(seals, anchors, new Settling());
    }

    ChainSealer(SealStore seals, Anchors anchors, Settling settling) {
        this.seals = seals;
        this.anchors = anchors;
        this.settling = settling;
    }

    /** Seals all that can be sealed now; how much that was. The anchors follow after the commit, never before. */
    public synchronized long seal() {
        long sealed = 0;
        Optional<Batch> batch;
        do {
            batch = seals.sealNext(settling, anchors.settledTo(), BATCH);
            batch.ifPresent(done -> anchors.advance(done.heads(), done.settledTo()));
            sealed += batch.map(Batch::count).orElse(0);
        } while (batch.isPresent() && batch.get().count() == BATCH);
        return sealed;
    }
}
