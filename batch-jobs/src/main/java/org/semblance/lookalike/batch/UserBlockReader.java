package org.semblance.lookalike.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.lookalike.SimilarityStates;
import org.semblance.lookalike.SimilarityWork;
import org.semblance.lookalike.UserComparison;
import org.semblance.lookalike.UserState;
import org.semblance.platform.batch.ChunkLedger;
import org.semblance.vision.FaceAnalysis;

/** Reads users in the order of their ids, and says when all have been read. Plans at the very beginning of a run. */
@Named
@Dependent
public class UserBlockReader extends AbstractItemReader {
    /** Behind every user. */
    static final String END = "end";

    private static final int BLOCK = 512;

    private final SimilarityWork work;
    private final SimilarityStates states;
    private final FaceAnalysis analysis;
    private final ChunkLedger ledger;

    private UUID last = SimilarityStates.NOBODY;
    private boolean isThrough;
    private @Nullable UserComparison comparison;

    @Inject
    @BatchProperty
    private int top;

    @Inject
    @BatchProperty
    private boolean full;

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public UserBlockReader(SimilarityWork work, SimilarityStates states, FaceAnalysis analysis, ChunkLedger ledger) {
        this.work = work;
        this.states = states;
        this.analysis = analysis;
        this.ledger = ledger;
    }

    @Override
    public void open(@Nullable Serializable checkpoint) {
        String place = ledger.open(() -> work.plan(analysis.embedder().model(), top, full))
                .orElse("");
        isThrough = place.equals(END);
        if (!place.isEmpty() && !isThrough) {
            last = UUID.fromString(place);
        }
    }

    @Override
    public @Nullable Object readItem() {
        if (isThrough) {
            return null;
        }
        if (comparison == null) {
            comparison = work.open(analysis.embedder(), top);
        }
        List<UserState> users = states.page(last, comparison.isOfEverybody(), BLOCK);
        if (users.isEmpty()) {
            isThrough = true;
        } else {
            last = users.get(users.size() - 1).user();
        }
        return new UserBlock(comparison, users);
    }

    @Override
    public void close() {
        if (comparison != null) {
            comparison.close();
        }
    }
}
