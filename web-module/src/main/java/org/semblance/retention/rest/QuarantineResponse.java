package org.semblance.retention.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Page;
import org.semblance.storage.MissingImage;
import org.semblance.storage.QuarantinedFile;

/** A file in quarantine as callers see it. */
@Schema(name = "QuarantinedFile", description = "A file of the image store that no row of the database named")
public record QuarantineResponse(
        @Schema(examples = "3") long id,

        @Schema(description = "Where in the image store it was", examples = "images/12/original/a1b2.jpg")
        String key,

        @Schema(examples = "34000") long bytes,

        @Schema(description = "When it was set aside") Instant since) {

    static QuarantineResponse of(QuarantinedFile file) {
        return new QuarantineResponse(file.id(), file.key().value(), file.size(), file.since());
    }

    /** A part of the list. */
    @Schema(name = "QuarantinedFiles", description = "Some of the files in quarantine, the first first")
    public record Some(
            List<QuarantineResponse> items,

            @Schema(description = "Give it as `after` for the next page; left out on the last", examples = "3")
            @Nullable
            Long next) {
        static Some of(Page<QuarantinedFile> page) {
            var next = page.next();
            return new Some(
                    page.items().stream().map(QuarantineResponse::of).toList(),
                    next.isPresent() ? next.getAsLong() : null);
        }
    }

    /** A row without its file. */
    @Schema(name = "MissingImage", description = "An image whose file is gone")
    public record Missing(
            @Schema(description = "Number of the image in the database", examples = "4711")
            long image,

            @Schema(description = "Where in the image store it should be", examples = "images/12/original/a1b2.jpg")
            String key,

            @Schema(description = "When that was found") Instant since) {
        static Missing of(MissingImage image) {
            return new Missing(image.id(), image.key().value(), image.since());
        }
    }

    /** A part of the list. */
    @Schema(name = "MissingImages", description = "Some of the images whose files are gone, the first first")
    public record SomeMissing(
            List<Missing> items,

            @Schema(description = "Give it as `after` for the next page; left out on the last", examples = "4711")
            @Nullable
            Long next) {
        static SomeMissing of(Page<MissingImage> page) {
            var next = page.next();
            return new SomeMissing(
                    page.items().stream().map(Missing::of).toList(), next.isPresent() ? next.getAsLong() : null);
        }
    }
}
