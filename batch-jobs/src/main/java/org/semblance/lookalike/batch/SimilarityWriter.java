package org.semblance.lookalike.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.semblance.jobs.Tally;
import org.semblance.lookalike.SimilarityStates;
import org.semblance.lookalike.SimilarityWork;
import org.semblance.lookalike.UserState;
import org.semblance.platform.batch.ChunkLedger;
import org.semblance.vision.FaceAnalysis;

/** Keeps the lists of a block; behind the last one, strikes out who had changed. */
@Named
@Dependent
public class SimilarityWriter extends AbstractItemWriter {
    private final SimilarityWork work;
    private final SimilarityStates states;
    private final FaceAnalysis analysis;
    private final ChunkLedger ledger;

    @Inject
    public SimilarityWriter(SimilarityWork work, SimilarityStates states, FaceAnalysis analysis, ChunkLedger ledger) {
        this.work = work;
        this.states = states;
        this.analysis = analysis;
        this.ledger = ledger;
    }

    @Override
    public void writeItems(List<Object> items) {
        for (Object item : items) {
            write((ComparedBlock) item);
        }
    }

    private void write(ComparedBlock compared) {
        List<UserState> users = compared.block().users();
        if (users.isEmpty()) {
            states.settle();
            ledger.keep(UserBlockReader.END, Tally.NOTHING);
            return;
        }
        int entries = work.keep(analysis.embedder().model(), compared.lists());
        var tally = Tally.NOTHING
                .done(users.size())
                .with("lists-computed", compared.lists().size())
                .with("entries-changed", entries);
        ledger.keep(users.get(users.size() - 1).user().toString(), tally);
    }
}
