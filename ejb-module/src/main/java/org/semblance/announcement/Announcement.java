package org.semblance.announcement;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, about to be told.
 *
 * @param galleryId number of the gallery in which it happened, which still has its row; null where it concerns none
 * @param data what it was about: numbers and lists of numbers that are ids, codes and truth values; never a name, an image
 *     or an embedding, for the receiver may ask for what it may see
 */
public record Announcement(AnnouncementType type, @Nullable Long galleryId, Map<String, Object> data) {

    public Announcement {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    public Announcement with(String name, long id) {
        return withValue(name, id);
    }

    /** The same with an id that may be missing; then nothing is added. */
    public Announcement withOptional(String name, @Nullable Long id) {
        return id == null ? this : withValue(name, id);
    }

    public Announcement with(String name, String code) {
        return withValue(name, code);
    }

    public Announcement with(String name, boolean isSo) {
        return withValue(name, isSo);
    }

    public Announcement with(String name, Collection<Long> ids) {
        return withValue(name, List.copyOf(ids));
    }

    private Announcement withValue(String name, Object value) {
        var more = new LinkedHashMap<>(data);
        more.put(name, value);
        return new Announcement(type, galleryId, more);
    }
}
