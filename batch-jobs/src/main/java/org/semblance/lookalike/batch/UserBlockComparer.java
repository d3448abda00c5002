package org.semblance.lookalike.batch;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.semblance.lookalike.SimilarityWork;

/** Compares a block of users: the slow part, which runs with the chunk's transaction suspended. */
@Named
@Dependent
public class UserBlockComparer implements ItemProcessor {
    private final SimilarityWork work;

    @Inject
    public UserBlockComparer(SimilarityWork work) {
        this.work = work;
    }

    @Override
    public Object processItem(Object item) {
        var block = (UserBlock) item;
        return new ComparedBlock(block, work.compare(block.comparison(), block.users()));
    }
}
