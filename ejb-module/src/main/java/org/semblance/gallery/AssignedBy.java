package org.semblance.gallery;

import java.util.Arrays;
import java.util.Locale;

/** Who says whose face it is. */
public enum AssignedBy {
    /** Somebody said so; nothing automatic overrules that. */
    PEOPLE,
    /** A decision at recognition. */
    DECISION,
    /** A cluster that somebody accepted. */
    CLUSTER,
    /** A camera that was sure enough of the person to add what it saw. */
    LEARNED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AssignedBy of(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody assigns faces as " + code));
    }
}
