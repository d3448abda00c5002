package org.semblance.retention;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.audit.Actor;
import org.semblance.lifetime.RetentionKinds;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;

/** How long things are kept, what would go now, and what went. The job {@code retention-purge} does it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RetentionService {
    private final RetentionKinds kinds;
    private final RetentionPolicies policies;
    private final PurgeReports reports;

    @Resource
    private EJBContext caller;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected RetentionService() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the context is injected after construction
    public RetentionService(RetentionKinds kinds, RetentionPolicies policies, PurgeReports reports) {
        this.kinds = kinds;
        this.policies = policies;
        this.reports = reports;
    }

    @RolesAllowed(Permissions.RETENTION_READ)
    public List<RetentionPolicy> list() {
        return policies.list();
    }

    @RolesAllowed(Permissions.RETENTION_READ)
    public RetentionPolicy require(String kind) {
        return policies.require(kind);
    }

    /** From the next purge on. */
    @RolesAllowed(Permissions.RETENTION_MANAGE)
    public RetentionPolicy change(PolicyTerms wanted, ExpectedVersion expected) {
        return policies.change(
                wanted, expected, Actor.caller(caller.getCallerPrincipal().getName()));
    }

    /** What a purge would remove now, of every kind that goes at all. */
    @RolesAllowed(Permissions.RETENTION_READ)
    public List<DryRun> dryRun() {
        return policies.list().stream()
                .filter(RetentionPolicy::enabled)
                .map(this::dryRun)
                .toList();
    }

    private DryRun dryRun(RetentionPolicy policy) {
        var cutoff = policies.cutoff(policy);
        return new DryRun(policy, cutoff, kinds.require(policy.kind()).count(cutoff));
    }

    /** The latest first; the page's next is what to list before. */
    @RolesAllowed(Permissions.RETENTION_READ)
    public Page<PurgeReport> reports(long before, int limit) {
        return reports.list(before, limit);
    }

    @RolesAllowed(Permissions.RETENTION_READ)
    public PurgeReport report(long id) {
        return reports.require(id);
    }
}
