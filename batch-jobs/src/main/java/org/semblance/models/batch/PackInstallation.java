package org.semblance.models.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.concurrent.CancellationException;
import org.semblance.audit.Actor;
import org.semblance.audit.StandaloneAudit;
import org.semblance.models.ModelLibrary;
import org.semblance.models.PackEvents;
import org.semblance.platform.Problem;
import org.semblance.platform.batch.ChunkLedger;
import org.semblance.vision.install.Acceptance;
import org.semblance.vision.install.PackLibrary;

/** Fetches, checks and installs one pack; progress counts bytes. */
@Named
@Dependent
public class PackInstallation extends AbstractBatchlet {
    private static final String DONE = "DONE";
    private static final String REFUSED = "REFUSED";
    private static final String STOPPED = "STOPPED";

    private final PackLibrary library;
    private final StandaloneAudit audit;
    private final JobContext job;
    private final ChunkLedger ledger;
    private volatile boolean stopping;

    @Inject
    @BatchProperty
    private String source;

    @Inject
    @BatchProperty
    private String by;

    @Inject
    @BatchProperty
    private String acceptLicence;

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public PackInstallation(ModelLibrary library, StandaloneAudit audit, JobContext job, ChunkLedger ledger) {
        this.library = library.packs();
        this.audit = audit;
        this.job = job;
        this.ledger = ledger;
    }

    @Override
    public String process() {
        boolean accepts = Boolean.parseBoolean(acceptLicence);
        try {
            var pack = library.install(source, new Acceptance(by, accepts), this::fetched);
            audit.record(Actor.caller(by), PackEvents.installed(pack, accepts));
            return DONE;
        } catch (CancellationException e) {
            return STOPPED;
        } catch (Problem e) {
            job.setExitStatus(e.getMessage());
            return REFUSED;
        }
    }

    private void fetched(long done, long total) {
        if (stopping) {
            throw new CancellationException();
        }
        ledger.stand(Math.max(total, done), done);
    }

    @Override
    public void stop() {
        stopping = true;
    }
}
