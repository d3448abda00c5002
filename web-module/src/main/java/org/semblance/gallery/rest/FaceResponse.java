package org.semblance.gallery.rest;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceSummary;
import org.semblance.platform.Page;
import org.semblance.platform.rest.Rounded;
import org.semblance.storage.SignedUrls;
import org.semblance.vision.rest.FaceBody;

/** An enrolled face as callers see it. */
@Schema(name = "EnrolledFace", description = "A face by which a person is recognised")
public record FaceResponse(
        @Schema(examples = "90210") long id,

        @Schema(description = "Whose face it is", examples = "1815")
        long personId,

        FaceBody.Rectangle box,

        @Schema(description = "How sure the detector was, 0 to 1", examples = "0.9321")
        double confidence,

        @Schema(description = "How well the face can be recognised, 0 to 1", examples = "0.8312")
        double quality,

        @Schema(
                description = "Address of the cropped face, open to whoever holds it, for a short while",
                examples = "/files/persons/1815/aligned/6f1c.png?exp=1767225600&sig=Jk3v")
        String cropUrl,

        Instant createdAt) {

    static FaceResponse of(FaceSummary face, SignedUrls urls) {
        return new FaceResponse(
                face.id().value(),
                face.person().value(),
                FaceBody.Rectangle.of(face.box()),
                Rounded.score(face.confidence()),
                Rounded.score(face.quality()),
                urls.sign(face.crop()),
                face.createdAt());
    }

    /** Some of many. */
    @Schema(name = "FacePage", description = "Some faces, in the order of ids")
    public record Some(
            List<FaceResponse> items,

            @Schema(description = "Give it as `after` for the next page; left out on the last", examples = "90210")
            @Nullable
            Long next) {
        static Some of(Page<FaceSummary> page, SignedUrls urls) {
            OptionalLong next = page.next();
            return new Some(
                    page.items().stream()
                            .map(face -> FaceResponse.of(face, urls))
                            .toList(),
                    next.isPresent() ? next.getAsLong() : null);
        }
    }
}
