package org.semblance.privacy.erasure;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.semblance.audit.Actor;
import org.semblance.gallery.PersonId;
import org.semblance.identity.StepUp;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;

/** Has persons erased, and tells what became of it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ErasureService {
    private final ErasureRequests requests;
    private final ErasureJobs jobs;
    private final StepUp stepUp;

    @Resource
    private EJBContext caller;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ErasureService() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the context is injected after construction
    public ErasureService(ErasureRequests requests, ErasureJobs jobs, StepUp stepUp) {
        this.requests = requests;
        this.jobs = jobs;
        this.stepUp = stepUp;
    }

    /** Has a job begin at once, or go on with what was held, has failed, or was to begin later. */
    @RolesAllowed(Permissions.ERASURE_RUN)
    public Erasure request(PersonId person) {
        stepUp.require();
        var actor = Actor.caller(caller.getCallerPrincipal().getName());
        Erasure erasure = requests.request(person, actor);
        jobs.startDue();
        return requests.require(erasure.id());
    }

    /** Has a job go on with what was held or has failed. */
    @RolesAllowed(Permissions.ERASURE_RUN)
    public Erasure retry(ErasureId id) {
        stepUp.require();
        requests.retry(id, Actor.caller(caller.getCallerPrincipal().getName()));
        jobs.startDue();
        return requests.require(id);
    }

    @RolesAllowed(Permissions.ERASURE_READ)
    public Page<Erasure> list(Optional<Erasure.State> state, long after, int limit) {
        return requests.list(state, after, limit);
    }

    /**
     * The latest first.
     *
     * @param before the last one that the caller has seen; 0 for the beginning
     */
    @RolesAllowed(Permissions.ERASURE_READ)
    public Page<Erasure> listLatest(Optional<Erasure.State> state, long before, int limit) {
        return requests.listLatest(state, before, limit);
    }

    /** What is asked for and has not come to its end. */
    @RolesAllowed(Permissions.ERASURE_READ)
    public Optional<Erasure> findOpen(PersonId person) {
        return requests.findOpen(person);
    }

    @RolesAllowed(Permissions.ERASURE_READ)
    public Erasure require(ErasureId id) {
        return requests.require(id);
    }

    @RolesAllowed(Permissions.ERASURE_READ)
    public SignedReport report(ErasureId id) {
        return requests.report(id);
    }
}
