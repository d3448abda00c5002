package org.semblance.gallery.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.Identified;
import org.semblance.storage.SignedUrls;

/** Who looks like a stored face or a vector. */
@Schema(name = "ProbeResult", description = "What is believed of the face or vector, and who it may be")
public record ProbeResponse(
        SearchResponse.Verdict decision,

        @Schema(description = "The persons whose similarity reaches the threshold, the most similar first")
        List<SearchResponse.Candidate> candidates,

        @Schema(description = "Where `explain` asks for it") @Nullable
        PlanBody plan) {

    static ProbeResponse of(Identified identified, boolean explain, SignedUrls urls) {
        return new ProbeResponse(
                SearchResponse.Verdict.of(identified.decision()),
                identified.candidates().stream()
                        .map(candidate -> SearchResponse.Candidate.of(candidate, urls))
                        .toList(),
                explain ? PlanBody.of(identified.plan()) : null);
    }
}
