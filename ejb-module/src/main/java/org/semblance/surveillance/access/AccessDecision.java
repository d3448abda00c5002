package org.semblance.surveillance.access;

import org.jspecify.annotations.Nullable;
import org.semblance.surveillance.event.RecognitionEvent.AccessOutcome;

/**
 * Whether somebody may pass, and why.
 *
 * @param rule the one that decided; of one outside of its hours, that which allows it at other times
 */
public record AccessDecision(AccessReason reason, @Nullable AccessRuleId rule) {

    public static AccessDecision denied(AccessReason reason) {
        return new AccessDecision(reason, null);
    }

    public boolean isAllowed() {
        return reason == AccessReason.ALLOWED;
    }

    /** Whether another time may make another decision. */
    boolean isAboutTime() {
        return reason == AccessReason.OUTSIDE_HOURS || reason == AccessReason.DENIED_BY_RULE;
    }

    AccessOutcome at(DoorName door) {
        return new AccessOutcome(door.value(), isAllowed(), reason.code(), rule == null ? null : rule.value());
    }
}
