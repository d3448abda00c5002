package org.semblance.audit.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.concurrent.CancellationException;
import org.semblance.audit.chain.TrailInspection;
import org.semblance.platform.batch.ChunkLedger;

/** Verifies the audit trail; a run that finds tampering fails, so that nobody overlooks it. */
@Named
@Dependent
public class TrailVerification extends AbstractBatchlet {
    private static final String SOUND = "SOUND";
    private static final String TAMPERED = "TAMPERED";
    private static final String STOPPED = "STOPPED";

    private final TrailInspection inspection;
    private final JobContext job;
    private final ChunkLedger ledger;
    private volatile boolean stopping;

    @Inject
    @BatchProperty
    private String by;

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public TrailVerification(TrailInspection inspection, JobContext job, ChunkLedger ledger) {
        this.inspection = inspection;
        this.job = job;
        this.ledger = ledger;
    }

    @Override
    public String process() {
        try {
            var done = inspection.inspect(by, this::compared);
            if (done.findings().isEmpty()) {
                return SOUND;
            }
            job.setExitStatus("The audit trail was tampered with: "
                    + done.findings().get(0).message()
                    + (done.findings().size() == 1
                            ? ""
                            : "; and " + (done.findings().size() - 1) + " findings more"));
            return TAMPERED;
        } catch (CancellationException e) {
            return STOPPED;
        }
    }

    private void compared(long entries, long total) {
        if (stopping) {
            throw new CancellationException();
        }
        ledger.stand(Math.max(total, entries), entries);
    }

    @Override
    public void stop() {
        stopping = true;
    }
}
