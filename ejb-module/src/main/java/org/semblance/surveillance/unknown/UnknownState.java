package org.semblance.surveillance.unknown;

import java.util.Arrays;
import java.util.Locale;
import org.semblance.platform.InvalidInputException;

/** What became of an unknown face. */
public enum UnknownState {
    /** It waits for people. */
    NEW,
    /** It went to somebody who was there. */
    ASSIGNED,
    /** It went to somebody new. */
    ENROLLED,
    /** Nobody wants to know. */
    DISMISSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static UnknownState of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "state", "state is new, assigned, enrolled or dismissed, not '" + code + "'"));
    }
}
