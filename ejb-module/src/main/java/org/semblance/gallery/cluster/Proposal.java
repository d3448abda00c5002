package org.semblance.gallery.cluster;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonId;
import org.semblance.platform.InvalidInputException;
import org.semblance.storage.ImageKey;

/**
 * Unknown faces that look like one person.
 *
 * @param person whose faces they seem to be; null to found a person; once accepted, whom they went to
 * @param personName null while the person has none
 * @param faces how many there are
 * @param cover crop of the face most like all the others; null when none is left
 */
public record Proposal(
        ProposalId id,
        ClusterRunId run,
        GalleryName gallery,
        @Nullable PersonId person,
        @Nullable String personName,
        double confidence,
        State state,
        long faces,
        @Nullable ImageKey cover,
        Instant changedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    /** What became of it. */
    public enum State {
        OPEN,
        ACCEPTED,
        DISCARDED,
        SUPERSEDED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String code) {
            return Arrays.stream(values())
                    .filter(state -> state.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInputException(
                            "state", "state is open, accepted, discarded or superseded, not '" + code + "'"));
        }
    }
}
