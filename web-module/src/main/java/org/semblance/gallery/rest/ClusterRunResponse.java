package org.semblance.gallery.rest;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.cluster.ClusterRun;
import org.semblance.identity.Rounded;
import org.semblance.platform.Page;

/** A clustering as callers see it. */
@Schema(name = "ClusterRun", description = "One clustering of the unknown faces of a gallery")
public record ClusterRunResponse(
        @Schema(examples = "12") long id,
        @Schema(examples = "visitors") String gallery,

        @Schema(description = "running, completed or failed", examples = "completed")
        String state,

        @Schema(description = "Whose embeddings were compared", examples = "starter/embedder")
        String model,

        @Schema(examples = "0.42") double similarity,
        @Schema(examples = "3") int minFaces,

        @Schema(description = "How many unknown faces there were", examples = "240")
        long faces,

        @Schema(description = "How many of them were new and had to be compared", examples = "31")
        long compared,

        @Schema(description = "How many proposals are new", examples = "4")
        long founded,

        @Schema(description = "How many open proposals have changed", examples = "2")
        long changed,

        @Schema(description = "How many faces are in no cluster", examples = "57")
        long unclustered,

        @Schema(
                description = "The run of the job that does it: `GET /jobs/{job}`; left out when the request did",
                examples = "88")
        @Nullable
        Long job,

        @Schema(description = "Why it failed; left out unless it did") @Nullable
        String problem,

        @Schema(examples = "ada") String startedBy,
        Instant startedAt,

        @Schema(description = "Left out while it runs") @Nullable
        Instant endedAt) {

    static ClusterRunResponse of(ClusterRun run) {
        var execution = run.execution();
        return new ClusterRunResponse(
                run.id().value(),
                run.gallery().value(),
                run.state().code(),
                run.rules().model().value(),
                Rounded.score(run.rules().similarity()),
                run.rules().minFaces(),
                run.counts().faces(),
                run.counts().compared(),
                run.counts().founded(),
                run.counts().changed(),
                run.counts().unclustered(),
                execution == null ? null : execution.value(),
                run.problem(),
                run.startedBy(),
                run.startedAt(),
                run.endedAt());
    }

    /** Some of many. */
    @Schema(name = "ClusterRunPage", description = "Some clusterings, the newest first")
    public record Some(
            List<ClusterRunResponse> items,

            @Schema(description = "Give it as `after` for the next page; left out on the last", examples = "12")
            @Nullable
            Long next) {
        static Some of(Page<ClusterRun> page) {
            OptionalLong next = page.next();
            return new Some(
                    page.items().stream().map(ClusterRunResponse::of).toList(),
                    next.isPresent() ? next.getAsLong() : null);
        }
    }
}
