package org.semblance.retention.rest;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.InvalidInputException;
import org.semblance.retention.PolicyTerms;

/** What a policy is to become. */
@Schema(name = "NewRetentionPolicy", description = "How long something is to be kept from the next purge on")
public record PolicyBody(
        @NotNull
        @Schema(
                description = "How long, in ISO 8601 with days as the largest unit, within the kind's bounds",
                examples = "P14D")
        String period,

        @Schema(
                description = "Whether it goes then; `false` keeps it for ever, where the kind allows that",
                defaultValue = "true",
                examples = "true")
        @Nullable
        Boolean enabled) {

    PolicyTerms toTerms(String kind) {
        return new PolicyTerms(kind, duration(), !Boolean.FALSE.equals(enabled));
    }

    private Duration duration() {
        try {
            return Duration.parse(period);
        } catch (DateTimeParseException e) {
            throw new InvalidInputException(
                    "period", "period is a duration such as P14D or PT36H, not '" + period + "'");
        }
    }
}
