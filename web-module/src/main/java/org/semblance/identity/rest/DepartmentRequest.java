package org.semblance.identity.rest;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A department to make. */
@Schema(name = "NewDepartment", description = "A department to make, or what one is to be called")
public record DepartmentRequest(
        @Schema(description = "Unique in any case", maxLength = 200, examples = "Site security") @NotBlank
        String name) {}
