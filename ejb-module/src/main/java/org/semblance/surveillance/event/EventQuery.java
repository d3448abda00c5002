package org.semblance.surveillance.event;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;

/** Which recognitions are wanted. */
public record EventQuery(Period period, EventPlaces places, Traits traits) {
    public static final EventQuery ALL = new EventQuery(Period.EVER, EventPlaces.ANYWHERE, Traits.ANY);

    /**
     * What is known of them; what is null or empty is not asked for.
     *
     * @param person by any number that they ever went by
     * @param isAllowed only those at doors that were to open, or to stay shut
     * @param isLate only those that were kept on a disk while the database was away, or only the others
     */
    public record Traits(
            Set<Outcome> outcomes,
            @Nullable Long person,
            @Nullable UUID user,
            @Nullable Boolean isAllowed,
            @Nullable Boolean isLate) {
        public static final Traits ANY = new Traits(Set.of(), null, null, null, null);

        public Traits {
            outcomes = Set.copyOf(outcomes);
        }
    }

    /** The same, but nothing from that moment on. */
    EventQuery before(Instant end) {
        return new EventQuery(period.before(end), places, traits);
    }
}
