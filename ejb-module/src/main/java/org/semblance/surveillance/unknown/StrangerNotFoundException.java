package org.semblance.surveillance.unknown;

import org.semblance.platform.Problem;

/** There is no such stranger, or none that the caller may see. */
public class StrangerNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public StrangerNotFoundException(StrangerId stranger) {
        super(Kind.NOT_FOUND, "stranger-not-found", "There is no stranger " + stranger);
    }
}
