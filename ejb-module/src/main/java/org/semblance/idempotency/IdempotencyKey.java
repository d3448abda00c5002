package org.semblance.idempotency;

import java.util.regex.Pattern;
import org.semblance.platform.InvalidInputException;

/** What a caller calls a request of theirs. */
public record IdempotencyKey(String caller, String value) {
    private static final Pattern FORM = Pattern.compile("[!-~]{1,255}");

    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidInputException(
                    "Idempotency-Key", "Idempotency-Key has 1 to 255 printable ASCII characters and no spaces");
        }
    }
}
