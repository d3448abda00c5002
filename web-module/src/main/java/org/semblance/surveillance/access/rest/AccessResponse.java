package org.semblance.surveillance.access.rest;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Page;
import org.semblance.surveillance.access.AccessAnswer;

/** Whether somebody would pass, as callers see it. */
@Schema(name = "Access", description = "Whether somebody would pass a door at a time, and why")
public record AccessResponse(
        @Schema(examples = "main-entrance") String door,

        @Schema(description = "The person; of somebody merged, the survivor", examples = "1815")
        long person,

        @Schema(description = "Left out without the permission `person:read` in their gallery", examples = "Ada Lovelace")
        @Nullable
        String name,

        @Schema(examples = "false") boolean allowed,

        @Schema(
                description = "Why: `allowed`, `denied-by-rule`, `no-rule` (no rule allows it at any time), "
                        + "`outside-hours` (`rule` allows it at other times), `user-disabled`, `not-recognised` "
                        + "(deleted, or without consent), `not-watched` (no camera there looks for persons of that "
                        + "gallery), `door-disabled`, `rules-outdated`",
                examples = "outside-hours")
        String reason,

        @Schema(description = "The rule that decided, as far as one did", examples = "12") @Nullable
        Long rule,

        @Schema(description = "When it would be allowed next, within a year, where that is asked for one door") @Nullable
        Instant nextAllowedAt,

        @Schema(description = "The time that was asked about")
        Instant at,

        @Schema(description = "When the rules were read from the database")
        Instant rulesReadAt) {

    static AccessResponse of(AccessAnswer answer) {
        var rule = answer.decision().rule();
        return new AccessResponse(
                answer.door().name().value(),
                answer.person().value(),
                answer.name(),
                answer.decision().isAllowed(),
                answer.decision().reason().code(),
                rule == null ? null : rule.value(),
                answer.nextAllowed(),
                answer.at(),
                answer.readAt());
    }

    /** Some of many. */
    @Schema(name = "AccessPage", description = "Some answers, in the order of persons, or of doors")
    public record Some(
            List<AccessResponse> items,

            @Schema(
                    description = "Give it as `after` for the next page; left out on the last. A page may hold fewer "
                            + "items than asked for although there is a next one",
                    examples = "1815")
            @Nullable
            Long next) {
        static Some of(Page<AccessAnswer> page) {
            OptionalLong next = page.next();
            return new Some(
                    page.items().stream().map(AccessResponse::of).toList(), next.isPresent() ? next.getAsLong() : null);
        }
    }
}
