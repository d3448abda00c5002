package org.semblance.surveillance.access;

import org.semblance.platform.Problem;

/** No rule of that number. */
public class AccessRuleNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public AccessRuleNotFoundException(AccessRuleId rule) {
        super(Kind.NOT_FOUND, "access-rule-not-found", "There is no access rule " + rule);
    }
}
