package org.semblance.transfer.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.semblance.transfer.UploadFiles.UploadFile;

/** A file that was sent, as callers see it. */
@Schema(name = "Upload")
public record UploadResponse(
        @Schema(description = "Its name", examples = "staff.zip")
        String name,

        @Schema(description = "What the parameter `folder` or `file` of a job is to be", examples = "uploads/staff.zip")
        String folder,

        @Schema(description = "How many bytes have arrived: the offset of the next piece", examples = "10485760")
        long bytes) {

    static UploadResponse of(UploadFile file) {
        return new UploadResponse(file.name(), file.folder(), file.bytes());
    }

    /** All of them. */
    @Schema(name = "Uploads")
    public record All(@Schema(description = "By name") List<UploadResponse> items) {
        static All of(List<UploadFile> files) {
            return new All(files.stream().map(UploadResponse::of).toList());
        }
    }
}
