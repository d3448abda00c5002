package org.semblance.privacy.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.semblance.identity.DocumentSigner;

/** Writes and signs what is told of an erasure. */
@ApplicationScoped
public class ErasureReports {
    static final String TYPE = "erasure-report+jws";

    private final DocumentSigner signer;
    private final Clock clock;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ErasureReports() {
        this(null, null);
    }

    @Inject
    public ErasureReports(DocumentSigner signer, Clock clock) {
        this.signer = signer;
        this.clock = clock;
    }

    SignedReport write(Erasure erasure, List<ErasureStep> steps, Proof proof) {
        String json = new ErasureReport(erasure, steps, proof, clock.instant()).json();
        return new SignedReport(json, signer.sign(json, TYPE));
    }
}
