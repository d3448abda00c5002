package org.semblance.retention.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.rest.Tagged;
import org.semblance.retention.RetentionPolicy;

/** A policy as callers see it. */
@Schema(name = "RetentionPolicy", description = "How long something is kept")
public record PolicyResponse(
        @Schema(examples = "sessions") String kind,

        @Schema(description = "What it is, and from when on its time counts", examples = "Sign-ins, from their end on")
        String holds,

        @Schema(description = "How long it is kept", examples = "P14D")
        String period,

        @Schema(description = "Whether it goes then, or is kept for ever", examples = "true")
        boolean enabled,

        @Schema(description = "How long it is kept when nobody says otherwise", examples = "P30D")
        String usualPeriod,

        @Schema(description = "The shortest period that is allowed", examples = "P1D")
        String shortestPeriod,

        @Schema(description = "The longest period that is allowed", examples = "P365D")
        String longestPeriod,

        @Schema(description = "Whether it may be kept for ever", examples = "false")
        boolean mayStay,

        @Schema(description = "How often the policy was changed", examples = "1")
        int version,

        @Schema(description = "Who changed it last; left out while nobody has", examples = "anna") @Nullable
        String changedBy,

        @Nullable Instant changedAt)
        implements Tagged {

    static PolicyResponse of(RetentionPolicy policy) {
        var change = policy.change();
        return new PolicyResponse(
                policy.kind(),
                policy.holds(),
                text(policy.period()),
                policy.enabled(),
                text(policy.lifetime().standard()),
                text(policy.lifetime().shortest()),
                text(policy.lifetime().longest()),
                policy.lifetime().mayStay(),
                policy.version(),
                change == null ? null : change.by(),
                change == null ? null : change.at());
    }

    /** As people write it: {@code P30D}, which Java would write as {@code PT720H}. */
    static String text(Duration period) {
        Duration rest = period.minusDays(period.toDays());
        if (period.toDays() == 0) {
            return period.toString();
        }
        return "P" + period.toDays() + "D"
                + (rest.isZero() ? "" : rest.toString().substring(1));
    }

    @Override
    public String entityTag() {
        return version + "-" + period + "-" + enabled;
    }

    /** All of them: there are never many. */
    @Schema(name = "RetentionPolicies", description = "Every kind that is kept for a time, in the order of names")
    public record All(List<PolicyResponse> items) {
        static All of(List<RetentionPolicy> policies) {
            return new All(policies.stream().map(PolicyResponse::of).toList());
        }
    }
}
