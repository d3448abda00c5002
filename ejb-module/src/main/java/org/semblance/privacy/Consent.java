package org.semblance.privacy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.semblance.gallery.PersonId;
import org.semblance.platform.InvalidInputException;

/** What a person said, and who recorded it; never changed. */
public record Consent(
        long id, PersonId person, NewConsent said, Instant saidAt, String recordedBy, Instant recordedAt) {

    /** Which of the two it was. */
    public enum State {
        GRANTED,
        WITHDRAWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String code) {
            return Arrays.stream(values())
                    .filter(state -> state.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInputException("state", "state is granted or withdrawn"));
        }
    }
}
