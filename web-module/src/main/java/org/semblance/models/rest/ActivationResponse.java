package org.semblance.models.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.models.ActivationProgress;

/** A request to use a pack, and how far it has come. */
@Schema(name = "Activation", description = "A request to use a model pack, and how far it has come")
public record ActivationResponse(
        @Schema(examples = "yunet-sface") String pack,

        @Schema(
                description =
                        "`requested`: nobody has looked at it yet; `preparing`: its model embeds the stored faces, and "
                                + "search goes on with the old one; `active`: it is in use; `failed`: `problem` says why",
                enumeration = {"requested", "preparing", "active", "failed"},
                examples = "preparing")
        String state,

        @Schema(
                description = "Name that its embeddings carry; left out until the pack has been read",
                examples = "yunet-sface/sface")
        @Nullable
        String model,

        @Schema(description = "Stored faces that its model has still to embed", examples = "1200")
        long left,

        @Schema(description = "Stored faces that it could not embed; the run's failures say why", examples = "0")
        long skipped,

        @Schema(description = "The run that embeds them; left out when there was nothing to embed", examples = "42")
        @Nullable
        Long job,

        @Schema(description = "Why it failed, and what to do; left out when it did not") @Nullable
        String problem,

        @Schema(examples = "admin") String requestedBy,
        Instant requestedAt,

        @Schema(description = "When it came into use or failed; left out before") @Nullable
        Instant endedAt) {

    static ActivationResponse of(ActivationProgress progress) {
        var activation = progress.activation();
        var model = activation.model();
        var execution = activation.execution();
        return new ActivationResponse(
                activation.pack(),
                activation.state().code(),
                model == null ? null : model.value(),
                progress.left(),
                progress.skipped(),
                execution == null ? null : execution.value(),
                activation.problem(),
                activation.requestedBy().name(),
                activation.requestedAt(),
                activation.endedAt());
    }
}
