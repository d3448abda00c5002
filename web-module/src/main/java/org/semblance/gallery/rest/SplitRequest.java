package org.semblance.gallery.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Faces of one person that are another's. */
@Schema(name = "Split", description = "Faces of a person that are somebody else's; not all of them")
public record SplitRequest(
        @Schema(description = "Faces of the person", examples = "[90210]") @NotNull @Size(min = 1, max = 100)
        List<@NotNull Long> faces,

        @Schema(description = "What to call the new person", maxLength = 200, examples = "Annabella") @Nullable
        String name) {}
