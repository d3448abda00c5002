package org.semblance.platform.batch;

import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.RunLedger;
import org.semblance.jobs.RunPart;
import org.semblance.jobs.Tally;
import org.semblance.platform.IdPart;

/**
 * Where the step that an artifact belongs to has come to. Its job's XML passes on who does what, as the properties run,
 * attempt and, where a step is divided, parts of the job, and part of the step.
 */
@Dependent
public class ChunkLedger {
    private final RunLedger ledger;
    private final JobContext job;
    private final StepContext step;

    @Inject
    public ChunkLedger(RunLedger ledger, JobContext job, StepContext step) {
        this.ledger = ledger;
        this.job = job;
        this.step = step;
    }

    public JobRunId run() {
        return CurrentRun.of(job);
    }

    /** Which of the parts of its step this is, from 0. */
    public int part() {
        return Integer.parseInt(step.getProperties().getProperty("part", "0"));
    }

    /** What this part of its step deals with, where things go by their numbers. */
    public IdPart ids() {
        return new IdPart(part(), Integer.parseInt(job.getProperties().getProperty("parts", "1")));
    }

    /** For readers: the key of the last item dealt with, nothing at the very beginning, when the items are counted. */
    public Optional<String> open(LongSupplier items) {
        var place = ledger.place(self());
        if (place.isEmpty()) {
            ledger.begin(self(), items.getAsLong());
        }
        return place.filter(key -> !key.isEmpty());
    }

    /**
     * For writers, in the chunk's transaction.
     *
     * @param place the key of the last item of the chunk; null leaves it as it is
     */
    public void keep(@Nullable String place, Tally tally) {
        ledger.keep(self(), place, tally);
    }

    /** For batchlets: how far work that knows no items has come. */
    public void stand(long total, long done) {
        ledger.stand(self(), total, done);
    }

    /** Tells people what happened. No names of persons. */
    public void say(String text) {
        ledger.say(run(), text);
    }

    private RunPart self() {
        int attempt = Integer.parseInt(job.getProperties().getProperty("attempt"));
        return new RunPart(run(), attempt, step.getStepName(), part());
    }
}
