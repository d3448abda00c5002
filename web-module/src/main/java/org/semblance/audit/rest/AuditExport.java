package org.semblance.audit.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.semblance.audit.AuditEntries.Place;
import org.semblance.audit.AuditEntry;
import org.semblance.audit.AuditQuery;
import org.semblance.audit.AuditService;

/** Writes entries page by page as the client takes them: no more than a page is ever in memory. */
final class AuditExport implements StreamingOutput {
    private final AuditService audit;
    private final AuditQuery query;
    private final AuditFormat format;

    AuditExport(AuditService audit, AuditQuery query, AuditFormat format) {
        this.audit = audit;
        this.query = query;
        this.format = format;
    }

    @Override
    public void write(OutputStream output) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
        writer.write(format.head());
        List<AuditEntry> page = audit.exportPage(query, null);
        while (!page.isEmpty()) {
            for (AuditEntry entry : page) {
                writer.write(format.entry(entry));
            }
            page = audit.exportPage(query, Place.of(page.get(page.size() - 1)));
        }
        writer.flush();
    }
}
