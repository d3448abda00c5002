package org.semblance.webhook.delivery;

import java.util.Arrays;
import java.util.Locale;
import org.semblance.platform.InvalidInputException;

/** What became of a delivery. */
public enum DeliveryState {
    /** It is sent when it is due. */
    PENDING,
    DELIVERED,
    /** Nobody tries again by themselves. */
    FAILED,
    /** The subscription was disabled before. */
    CANCELLED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static DeliveryState of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "state", "state is pending, delivered, failed or cancelled, not '" + code + "'"));
    }
}
