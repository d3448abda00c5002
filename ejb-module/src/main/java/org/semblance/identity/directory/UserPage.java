package org.semblance.identity.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Some users, in the order of ids, which is that of their making.
 *
 * @param next the id to continue after, empty on the last page
 */
public record UserPage(List<UserSummary> items, Optional<UUID> next) {
    public UserPage {
        items = List.copyOf(items);
    }

    /** Cuts users that were fetched with one more than asked for. */
    static UserPage of(List<UserSummary> fetched, int limit) {
        if (fetched.size() <= limit) {
            return new UserPage(fetched, Optional.empty());
        }
        List<UserSummary> items = fetched.subList(0, limit);
        return new UserPage(items, Optional.of(items.get(limit - 1).id()));
    }
}
