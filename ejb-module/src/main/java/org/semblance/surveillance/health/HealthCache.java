package org.semblance.surveillance.health;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What was heard of cameras and servers lately. Whatever is not put again in time is gone, and what it tells of is taken
 * for dead.
 */
public interface HealthCache {

    /** Keeps a value for some time, in place of the one before. */
    void put(String key, String value, Duration life);

    /** The value, as long as its time is not over. */
    Optional<String> get(String key);

    /** The keys that begin so and whose time is not over. */
    Set<String> keys(String beginning);
}
