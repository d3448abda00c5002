package org.semblance.audit;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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

    /** Writes an export page by page as it is taken: no more than a page is ever in memory. */
    @RolesAllowed(Permissions.AUDIT_EXPORT)
    public void export(AuditQuery begun, AuditFormat format, OutputStream output) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
        writer.write(format.head());
        List<AuditEntry> page = entries.list(begun, null, EXPORT_PAGE);
        while (!page.isEmpty()) {
            for (AuditEntry entry : page) {
                writer.write(format.entry(entry));
            }
            page = entries.list(begun, Place.of(page.get(page.size() - 1)), EXPORT_PAGE);
        }
        writer.flush();
    }
}
