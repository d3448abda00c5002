package org.semblance.privacy.rest;

import jakarta.json.JsonObject;
import java.io.StringReader;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.semblance.platform.Json;
import org.semblance.privacy.erasure.SignedReport;

/** What was erased and how that was verified, with the installation's signature. */
@Schema(name = "ErasureReport", description = "What was erased and how that was verified; names nobody")
public record ErasureReportResponse(
        @Schema(type = SchemaType.OBJECT, description = "The report, as it was signed", examples = EXAMPLE)
        JsonObject report,

        @Schema(description = "JSON Web Signature, compact; its payload is the report", examples = "eyJhbGciOi…")
        String signature) {
    private static final String EXAMPLE = """
            {"format": "semblance-erasure-report-1", "erasure": 7, "subject": "5b0d3b1f-6a10-4a43-9c3b-0198c5a17f2e",
             "reason": "request", "requested_at": "2026-03-14T09:26:53Z", "started_at": "2026-03-14T09:26:54Z",
             "ended_at": "2026-03-14T09:26:55Z", "job": 88,
             "erased": [{"context": "gallery", "rows": {"person": 1, "face": 3}, "done_at": "2026-03-14T09:26:54Z"}],
             "verification": {"tables": {"scanned": 17, "rows_left": 0}, "files": {"looked_for": 6, "left": 0},
                              "searches": {"probes": 3, "found": 0}},
             "kept": [{"what": "backups", "why": "as long as they are kept; erase again after a restore"}]}
            """;

    static ErasureReportResponse of(SignedReport signed) {
        try (var reader = Json.createReader(new StringReader(signed.json()))) {
            return new ErasureReportResponse(reader.readObject(), signed.signature());
        }
    }
}
