package org.semblance.surveillance.unknown;

import java.util.Arrays;
import java.util.Locale;
import org.semblance.platform.InvalidInputException;

/** What is known of a stranger. */
public enum StrangerState {
    OPEN,
    /** Later faces are counted, but do not come into the queue. */
    DISMISSED,
    /** No face waits any more, and at least one found a person. */
    KNOWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static StrangerState of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidInputException("state", "state is open, dismissed or known, not '" + code + "'"));
    }
}
