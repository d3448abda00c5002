package org.semblance.announcement;

/**
 * Tells whoever wants to know what happened, in the transaction of whoever did it: what is rolled back is told to nobody.
 */
public interface Announcements {
    void announce(Announcement announcement);
}
