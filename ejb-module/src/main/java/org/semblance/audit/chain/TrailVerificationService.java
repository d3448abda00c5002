package org.semblance.audit.chain;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.audit.Actor;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;

/** Verifications as auditors ask for them and see them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TrailVerificationService {
    private final Verifications verifications;
    private final VerificationRuns runs;
    private final Anchors anchors;

    @Resource
    private SessionContext caller;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected TrailVerificationService() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public TrailVerificationService(Verifications verifications, VerificationRuns runs, Anchors anchors) {
        this.verifications = verifications;
        this.runs = runs;
        this.anchors = anchors;
    }

    /** The latest verifications with what they found, newest first. */
    @RolesAllowed(Permissions.AUDIT_READ)
    public List<Verification> latest(int limit) {
        return verifications.latest(Page.fetchSize(limit) - 1);
    }

    /** How far the chains have come, as this node knows: whoever notes it can find out later what was cut off. */
    @RolesAllowed(Permissions.AUDIT_READ)
    public List<Anchor> heads() {
        return anchors.list();
    }

    /** Whether one is under way. */
    @RolesAllowed(Permissions.AUDIT_READ)
    public boolean isRunning() {
        return runs.isRunning();
    }

    /** Starts a verification; the number of the job's run. */
    @RolesAllowed(Permissions.AUDIT_READ)
    public long start() {
        return runs.start(Actor.caller(caller.getCallerPrincipal().getName()));
    }
}
