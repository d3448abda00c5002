package org.semblance.privacy.erasure;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.semblance.jobs.JobRunId;
import org.semblance.personaldata.PersonalData;
import org.semblance.personaldata.PersonalInventory;
import org.semblance.personaldata.Subject;

/** Does an erasure: context after context, then proves it and signs the report. What was done is not done again. */
@Stateless
@LocalBean
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PersonEraser {
    /** The job that erases; a restart goes on with the first step that is not done. */
    public static final String JOB = "erase-person";

    private final ErasureRequests requests;
    private final ErasureProgress progress;
    private final PersonalInventory inventory;
    private final ErasureProof proof;
    private final ErasureReports reports;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PersonEraser() {
        this(null, null, null, null, null);
    }

    @Inject
    public PersonEraser(
            ErasureRequests requests,
            ErasureProgress progress,
            PersonalInventory inventory,
            ErasureProof proof,
            ErasureReports reports) {
        this.requests = requests;
        this.progress = progress;
        this.inventory = inventory;
        this.proof = proof;
        this.reports = reports;
    }

    /** Where it stands afterwards: done, held, or as it was when it is not this run's to do. */
    public Erasure.State erase(ErasureId id, JobRunId execution) {
        Optional<Subject> claimed = progress.claim(id, execution);
        claimed.ifPresent(subject -> erase(id, execution, subject));
        return requests.require(id).state();
    }

    private void erase(ErasureId id, JobRunId execution, Subject subject) {
        FormerEmbeddings former = proof.remember(subject);
        for (PersonalData context : inventory.contexts()) {
            if (progress.isLeft(id, execution, context.context())) {
                context.erase(subject);
                progress.done(id, context.context());
            }
        }
        Erasure erasure = requests.require(id);
        if (erasure.state() == Erasure.State.RUNNING) {
            Proof found = proof.verify(subject, former);
            progress.finish(id, execution, reports.write(erasure, progress.steps(id), found));
        }
    }
}
