package org.semblance.surveillance.access;

import java.util.Arrays;
import java.util.Locale;
import org.semblance.platform.InvalidInputException;

/** What a rule does for those whom it is about. */
public enum Effect {
    ALLOW,
    DENY;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Effect of(String code) {
        return Arrays.stream(values())
                .filter(effect -> effect.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("effect", "effect is allow or deny, not '" + code + "'"));
    }
}
