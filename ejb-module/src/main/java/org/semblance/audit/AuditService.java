package org.semblance.audit;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.AuditEntries.Place;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;

/** The trail as auditors read it and carry it away. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditService {
    private static final int EXPORT_PAGE = 1000;

    private final AuditEntries entries;
    private final AuditTrail trail;
    private final Clock clock;

    @Resource
    private SessionContext caller;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected AuditService() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public AuditService(AuditEntries entries, AuditTrail trail, Clock clock) {
        this.entries = entries;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A page of the entries, the newest first.
     *
     * @param after the last entry of the page before; 0 for the first page
     */
    @RolesAllowed(Permissions.AUDIT_READ)
    public Page<AuditEntry> list(AuditQuery query, long after, int limit) {
        Place before = after == 0
                ? null
                : entries.find(after)
                        .map(Place::of)
                        .orElseThrow(() -> new InvalidInputException("after", "There is no entry " + after));
        return Page.of(entries.list(query, before, Page.fetchSize(limit)), limit, AuditEntry::id);
    }

    @RolesAllowed(Permissions.AUDIT_READ)
    public AuditEntry require(long id) {
        return entries.find(id).orElseThrow(() -> new AuditEntryNotFoundException(id));
    }

    /** Records that the entries are carried away, before the first one is; gives the query with the end they have now. */
    @RolesAllowed(Permissions.AUDIT_EXPORT)
    public AuditQuery beginExport(AuditQuery query, String format) {
        Instant now = clock.instant();
        trail.record(
                Actor.caller(caller.getCallerPrincipal().getName()),
                AuditEvent.success("audit.exported", "audit", format).with("filter", query.toString()));
        // A query that ends in the past, or begins in the future, has nothing to wait for.
        return query.from() == null || query.from().isBefore(now) ? query.before(now) : query;
    }

    /** The next entries of an export; empty at its end. */
    @RolesAllowed(Permissions.AUDIT_EXPORT)
    public List<AuditEntry> exportPage(AuditQuery query, @Nullable Place before) {
        return entries.list(query, before, EXPORT_PAGE);
    }
}
