package org.semblance.gallery.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Persons that are one. */
@Schema(name = "Merge", description = "Persons of one gallery who are one")
public record MergeRequest(
        @Schema(description = "Who gets all faces and answers for the others from now on", examples = "1815") @NotNull
        Long survivor,

        @Schema(description = "Who else it is", examples = "[1816]") @NotNull @Size(min = 1, max = 100)
        List<@NotNull Long> others) {}
