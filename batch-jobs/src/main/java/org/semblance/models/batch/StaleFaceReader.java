package org.semblance.models.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.StaleFace;
import org.semblance.gallery.StaleFaces;
import org.semblance.platform.batch.ChunkLedger;
import org.semblance.vision.ModelId;

/** Reads the faces that a model has not embedded, in the order of their ids, each in one part of the step. */
@Named
@Dependent
public class StaleFaceReader extends AbstractItemReader {
    private static final int PAGE = 500;

    private final StaleFaces faces;
    private final ChunkLedger ledger;
    private final Deque<StaleFace> page = new ArrayDeque<>();
    private long last;

    @Inject
    @BatchProperty
    private String model;

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public StaleFaceReader(StaleFaces faces, ChunkLedger ledger) {
        this.faces = faces;
        this.ledger = ledger;
    }

    @Override
    public void open(@Nullable Serializable checkpoint) {
        last = ledger.open(() -> faces.count(new ModelId(model), ledger.ids()))
                .map(Long::valueOf)
                .orElse(0L);
    }

    @Override
    public @Nullable Object readItem() {
        if (page.isEmpty()) {
            page.addAll(faces.list(new ModelId(model), ledger.ids(), last, PAGE));
        }
        StaleFace next = page.pollFirst();
        if (next != null) {
            last = next.face();
        }
        return next;
    }
}
