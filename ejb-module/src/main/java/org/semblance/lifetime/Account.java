package org.semblance.lifetime;

import org.jspecify.annotations.Nullable;

/** Is told within the transaction that did something what it did, so that it counts with it or not at all. */
@FunctionalInterface
public interface Account {
    /**
     * Keeps what was done.
     *
     * @param place where a restart goes on; null leaves it as it is
     * @param kind what it was that was removed or found
     */
    void keep(@Nullable String place, String kind, Portion portion);
}
