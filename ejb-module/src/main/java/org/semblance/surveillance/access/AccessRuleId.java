package org.semblance.surveillance.access;

/** Names a rule. */
public record AccessRuleId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
