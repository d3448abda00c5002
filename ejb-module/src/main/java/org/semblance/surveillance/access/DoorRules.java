package org.semblance.surveillance.access;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.semblance.surveillance.KnownPerson;

/**
 * A door with its rules, and what follows from them: what no rule allows is denied, and a rule that denies beats all that
 * allow. Of several that say the same, the oldest counts as the one that decided.
 *
 * @param rules in the order of ids
 */
public record DoorRules(Door door, List<AccessRule> rules) {
    public DoorRules {
        rules = List.copyOf(rules);
    }

    /** Somebody who was recognised wants to pass. */
    public AccessDecision decide(KnownPerson who, Instant at) {
        if (!door.said().isEnabled()) {
            return AccessDecision.denied(AccessReason.DOOR_DISABLED);
        }
        return who.isDisabled()
                ? AccessDecision.denied(AccessReason.USER_DISABLED)
                : decide(concerning(who), at);
    }

    /** When somebody who may not pass now may, within a year. */
    public Optional<Instant> nextAllowed(KnownPerson who, Instant after) {
        List<AccessRule> concerning = concerning(who);
        boolean isHopeless = who.isDisabled()
                || !door.said().isEnabled()
                || concerning.stream().noneMatch(rule -> rule.said().effect() == Effect.ALLOW);
        return isHopeless
                ? Optional.empty()
                : new Turns(zone(), concerning)
                        .after(after)
                        .filter(at -> decide(concerning, at).isAllowed())
                        .findFirst();
    }

    private AccessDecision decide(List<AccessRule> concerning, Instant at) {
        return holding(concerning, Effect.DENY, at)
                .map(rule -> new AccessDecision(AccessReason.DENIED_BY_RULE, rule.id()))
                .or(() -> holding(concerning, Effect.ALLOW, at)
                        .map(rule -> new AccessDecision(AccessReason.ALLOWED, rule.id())))
                .or(() -> concerning.stream()
                        .filter(rule -> rule.said().effect() == Effect.ALLOW)
                        .findFirst()
                        .map(rule -> new AccessDecision(AccessReason.OUTSIDE_HOURS, rule.id())))
                .orElseGet(() -> AccessDecision.denied(AccessReason.NO_RULE));
    }

    private Optional<AccessRule> holding(List<AccessRule> concerning, Effect effect, Instant at) {
        return concerning.stream()
                .filter(rule -> rule.said().effect() == effect && rule.holds(at, zone()))
                .findFirst();
    }

    private List<AccessRule> concerning(KnownPerson who) {
        return rules.stream().filter(rule -> rule.concerns(who)).toList();
    }

    private ZoneId zone() {
        return door.said().zone();
    }
}
