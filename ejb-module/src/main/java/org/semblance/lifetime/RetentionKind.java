package org.semblance.lifetime;

import java.time.Instant;

/**
 * Something that a feature keeps for a time. Every implementation is found by itself: it is purged, counted and listed
 * without anybody else knowing of it.
 */
public interface RetentionKind {

    /** In kebab-case; policies and reports go by it. */
    String name();

    /** What it is and from when on its time counts, for people. */
    String holds();

    Lifetime lifetime();

    /** What is older than that, to be removed or held. */
    Portion count(Instant cutoff);

    /**
     * Removes some of what is older, within the caller's transaction; nobody who uses it just now is waited for, and
     * what is held stays.
     *
     * @param limit how many at most; fewer where one is much work
     * @return what was removed: nothing when there is nothing left that can be
     */
    Portion purge(Instant cutoff, int limit);

    /** Removes what the database cannot, such as files, once the transaction has committed; may be cut short. */
    default void followUp(Portion removed) {}
}
