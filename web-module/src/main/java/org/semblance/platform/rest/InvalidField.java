package org.semblance.platform.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One value of a request that breaks a rule. */
@Schema(description = "One value of the request that breaks a rule")
public record InvalidField(
        @Schema(description = "Name of the field or parameter", examples = "limit")
        String field,

        @Schema(description = "The rule that it breaks", examples = "limit lies between 1 and 200, not 0")
        String message) {}
