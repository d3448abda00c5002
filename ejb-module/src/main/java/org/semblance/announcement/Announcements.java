package org.semblance.announcement;

import java.util.List;

/**
 * Tells whoever wants to know what happened, in the transaction of whoever did it: what is rolled back is told to nobody.
 */
public interface Announcements {
    void announce(Announcement announcement);

    /** Tells of several things, in this order. */
    default void announce(List<Announcement> announcements) {
        announcements.forEach(this::announce);
    }
}
