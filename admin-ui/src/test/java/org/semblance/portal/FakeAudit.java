package org.semblance.portal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEntry;
import org.semblance.audit.AuditEntryNotFoundException;
import org.semblance.audit.AuditFormat;
import org.semblance.audit.AuditQuery;
import org.semblance.audit.AuditService;
import org.semblance.platform.Page;

/** An audit trail in memory. */
public class FakeAudit extends AuditService {
    private final List<AuditEntry> entries = new ArrayList<>();
    public final List<AuditQuery> queries = new ArrayList<>();

    public AuditEntry have(String actor, String action, @Nullable String subject, String outcome) {
        long id = entries.size() + 1L;
        var entry = new AuditEntry(
                id,
                Instant.EPOCH.plusSeconds(id),
                Actor.user(actor),
                "person:edit",
                action,
                subject == null ? null : "person",
                subject,
                outcome,
                "192.0.2.7",
                "curl/8",
                "request-" + id,
                "{\"faces\": 3}",
                "{\"title\": {\"before\": \"Old\", \"after\": null}, \"name\": {\"values\": \"not recorded\"}}");
        entries.add(entry);
        return entry;
    }

    @Override
    public Page<AuditEntry> list(AuditQuery query, long after, int limit) {
        queries.add(query);
        var found = entries.stream()
                .filter(entry -> after == 0 || entry.id() < after)
                .filter(entry -> query.actor() == null
                        || query.actor().equals(entry.actor().name()))
                .filter(entry -> query.outcome() == null || query.outcome().equals(entry.outcome()))
                .sorted(Comparator.comparing(AuditEntry::id).reversed())
                .toList();
        return Page.of(found, limit, AuditEntry::id);
    }

    @Override
    public AuditEntry require(long id) {
        return entries.stream()
                .filter(entry -> entry.id() == id)
                .findFirst()
                .orElseThrow(() -> new AuditEntryNotFoundException(id));
    }

    @Override
    public AuditQuery beginExport(AuditQuery query, String format) {
        return query;
    }

    @Override
    public void export(AuditQuery begun, AuditFormat format, OutputStream output) throws IOException {
        output.write(format.code().getBytes(StandardCharsets.UTF_8));
    }
}
