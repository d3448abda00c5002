package org.semblance.surveillance.access.rest;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Page;
import org.semblance.platform.rest.Tagged;
import org.semblance.surveillance.access.AccessRule;
import org.semblance.surveillance.access.DoorName;
import org.semblance.surveillance.access.Whom;

/** A rule as callers see it. */
@Schema(name = "AccessRule", description = "Who may pass, or may not, where and when")
public record AccessRuleResponse(
        @Schema(examples = "12") long id,
        @Schema(examples = "Guards at night") String title,

        @Schema(
                enumeration = {"allow", "deny"},
                examples = "allow")
        String effect,

        @Schema(
                enumeration = {"everybody", "role", "department", "person", "user"},
                examples = "role")
        String whom,

        @Schema(description = AccessRuleRequest.WHO, examples = "security-operator") @Nullable
        String who,

        @Schema(description = "Name of the department", examples = "Site security") @Nullable
        String department,

        @Schema(
                description = "Whether the role, department, person or user is gone: then it matches nobody",
                examples = "false")
        boolean gone,

        @Schema(description = "Where it holds; left out for all doors", examples = "[\"main-entrance\"]") @Nullable
        List<String> doors,

        @Schema(description = AccessRuleRequest.HOURS, examples = AccessRuleRequest.HOURS_EXAMPLE)
        List<String> hours,

        @Schema(examples = "3") @Nullable Long calendar,

        @Schema(
                enumeration = {"only", "never"},
                examples = "never")
        @Nullable
        String calendarUse,

        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Schema(examples = "true") boolean on,
        Instant createdAt,

        @Schema(description = "Grows with every change", examples = "1")
        int version)
        implements Tagged {

    static AccessRuleResponse of(AccessRule rule) {
        var said = rule.said();
        var term = said.times().calendar();
        return new AccessRuleResponse(
                rule.id().value(),
                said.title(),
                said.effect().code(),
                said.whom().code(),
                said.who(),
                said.whom() == Whom.DEPARTMENT ? rule.subject() : null,
                rule.isGone(),
                said.isEverywhere()
                        ? null
                        : said.doors().stream().map(DoorName::value).toList(),
                said.times().hours().texts(),
                term == null ? null : term.calendar().value(),
                term == null ? null : term.isOnly() ? "only" : "never",
                said.times().from(),
                said.times().until(),
                said.isOn(),
                rule.createdAt(),
                rule.version());
    }

    /** Whom it is about, and doors, may go without a change of its own. */
    @Override
    public String entityTag() {
        return version + "-" + (doors == null ? "all" : doors.size()) + (gone ? "-gone" : "");
    }

    /** Some of many. */
    @Schema(name = "AccessRulePage", description = "Some rules, in the order of ids")
    public record Some(
            List<AccessRuleResponse> items,

            @Schema(description = "Give it as `after` for the next page; left out on the last", examples = "12")
            @Nullable
            Long next) {
        static Some of(Page<AccessRule> page) {
            OptionalLong next = page.next();
            return new Some(
                    page.items().stream().map(AccessRuleResponse::of).toList(),
                    next.isPresent() ? next.getAsLong() : null);
        }
    }
}
