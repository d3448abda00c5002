package org.semblance.platform.batch;

import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** How many bytes the items of the chunk under way hold until they are written. Processors tell, {@link ChunkLimit} asks. */
@Dependent
public class ChunkWeight {
    private final StepContext step;

    @Inject
    public ChunkWeight(StepContext step) {
        this.step = step;
    }

    public void add(long bytes) {
        step.setTransientUserData(bytes() + bytes);
    }

    long bytes() {
        return step.getTransientUserData() instanceof Long bytes ? bytes : 0;
    }

    void clear() {
        step.setTransientUserData(null);
    }
}
