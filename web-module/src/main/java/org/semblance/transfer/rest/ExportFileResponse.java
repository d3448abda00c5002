package org.semblance.transfer.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.semblance.transfer.ExportFiles.ExportFile;

/** An export that can be fetched, as callers see it. */
@Schema(name = "GalleryExport")
public record ExportFileResponse(
        @Schema(description = "By what it is fetched: gallery and run of the job", examples = "staff-17.zip")
        String id,

        @Schema(description = "How large it is", examples = "10485760")
        long bytes,

        @Schema(description = "When it was complete") Instant madeAt,
        @Schema(description = "From when on it is gone") Instant expiresAt) {

    static ExportFileResponse of(ExportFile file) {
        return new ExportFileResponse(file.name(), file.bytes(), file.madeAt(), file.expiresAt());
    }

    /** All of them. */
    @Schema(name = "GalleryExports")
    public record All(
            @Schema(description = "The newest first") List<ExportFileResponse> items) {
        static All of(List<ExportFile> files) {
            return new All(files.stream().map(ExportFileResponse::of).toList());
        }
    }
}
