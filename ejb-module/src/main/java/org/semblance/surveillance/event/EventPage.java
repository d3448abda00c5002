package org.semblance.surveillance.event;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Some events, the newest first.
 *
 * @param next the id to continue after, empty on the last page
 */
public record EventPage<T extends Recorded>(List<T> items, Optional<UUID> next) {
    public EventPage {
        items = List.copyOf(items);
    }

    /** Cuts events that were fetched with one more than asked for. */
    static <T extends Recorded> EventPage<T> of(List<T> fetched, int limit) {
        if (fetched.size() <= limit) {
            return new EventPage<>(fetched, Optional.empty());
        }
        List<T> items = fetched.subList(0, limit);
        return new EventPage<>(items, Optional.of(items.get(limit - 1).id()));
    }
}
