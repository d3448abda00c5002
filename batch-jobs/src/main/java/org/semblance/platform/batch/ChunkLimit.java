package org.semblance.platform.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractCheckpointAlgorithm;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * Ends a chunk after so many items, and before that when they hold more memory than its part of the step may: the chunks
 * of all parts together a sixteenth of the largest heap.
 */
@Named
@Dependent
public class ChunkLimit extends AbstractCheckpointAlgorithm {
    private static final int SHARE_OF_THE_HEAP = 16;

    private final JobContext job;
    private final ChunkWeight weight;
    private int read;

    @Inject
    @BatchProperty
    private String items;

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public ChunkLimit(JobContext job, ChunkWeight weight) {
        this.job = job;
        this.weight = weight;
    }

    @Override
    public void beginCheckpoint() {
        read = 0;
        weight.clear();
    }

    @Override
    public boolean isReadyToCheckpoint() {
        read++;
        return read >= Integer.parseInt(items) || weight.bytes() >= mostBytes();
    }

    private long mostBytes() {
        int parts = Integer.parseInt(job.getProperties().getProperty("parts", "1"));
        return Runtime.getRuntime().maxMemory() / SHARE_OF_THE_HEAP / parts;
    }
}
