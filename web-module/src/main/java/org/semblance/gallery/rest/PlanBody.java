package org.semblance.gallery.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.semblance.gallery.search.SearchPlan;

/** How a search was answered. */
@Schema(name = "SearchPlan", description = "How it was looked for, and why so")
public record PlanBody(
        @Schema(
                description =
                        "`exact`: every face compared; `filtered`: every face that passes the filter; `memory` and "
                                + "`bits`: candidates by sign bits, then compared exactly; `graph`: by an index that may miss",
                enumeration = {"exact", "filtered", "memory", "bits", "graph"},
                examples = "memory")
        String method,

        @Schema(examples = "the gallery's 120,000 faces are in memory")
        String reason,

        @Schema(description = "How many faces were compared exactly", examples = "400")
        int candidates) {

    static PlanBody of(SearchPlan plan) {
        return new PlanBody(plan.method().code(), plan.reason(), plan.candidates());
    }
}
