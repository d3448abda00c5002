package org.semblance.announcement;

import java.util.Map;

/**
 * A sort of thing that happens.
 *
 * @param name dotted, subject first: {@code person.merged}
 * @param description one sentence for whoever subscribes
 * @param example what {@code data} looks like, as JSON
 */
public record AnnouncementType(String name, String description, String example) {

    /** Happened in a gallery. */
    public Announcement in(long galleryId) {
        return new Announcement(this, galleryId, Map.of());
    }

    /** Happened outside of any gallery. */
    public Announcement outside() {
        return new Announcement(this, null, Map.of());
    }
}
