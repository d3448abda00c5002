package org.semblance.gallery.rest;

import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.Metadata;
import org.semblance.gallery.NewPerson;

/** A person to make. */
@Schema(name = "NewPerson", description = "A person to make; a person may have no name yet")
public record PersonRequest(
        @Schema(description = "The gallery to add the person to", examples = "staff") @NotBlank
        String gallery,

        @Schema(description = "What people call the person", maxLength = 200, examples = "Ada Lovelace") @Nullable
        String name,

        @Schema(
                description = "What your own system calls the person; unique in the gallery",
                maxLength = 200,
                examples = "hr-1815")
        @Nullable
        String externalId,

        @Schema(description = PersonResponse.METADATA, examples = PersonResponse.METADATA_EXAMPLE) @Nullable
        Map<String, String> metadata,

        @Schema(description = "Whether it is somebody known to the public", defaultValue = "false") @Nullable
        Boolean publicFigure,

        @Schema(description = "The user who the person is", examples = PersonResponse.USER_EXAMPLE) @Nullable
        UUID userId) {

    GalleryName galleryName() {
        return new GalleryName(gallery);
    }

    NewPerson toNewPerson() {
        var texts = metadata == null ? Metadata.NONE : new Metadata(metadata);
        return new NewPerson(name, externalId, texts, Boolean.TRUE.equals(publicFigure), userId);
    }
}
