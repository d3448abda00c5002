package org.semblance.lookalike;

import java.util.Locale;

/** How users are compared. Lists that were worked out one way say nothing of how they would be by the other. */
public enum Way {
    /** With everybody. */
    EXACT,
    /** With whom the vector index finds. */
    INDEX;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
