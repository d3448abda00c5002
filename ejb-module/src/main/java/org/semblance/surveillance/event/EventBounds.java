package org.semblance.surveillance.event;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.Scope;

/**
 * Where a caller may and wants to see events.
 *
 * @param cameras numbers of cameras; null for all
 * @param galleries those in which the caller may see them, of those that were asked for
 */
public record EventBounds(@Nullable Set<Long> cameras, Scope galleries) {
    public static final EventBounds NONE = new EventBounds(null, Scope.EVERYWHERE);

    public EventBounds {
        cameras = cameras == null ? null : Set.copyOf(cameras);
    }

    /** Whether something lies within. */
    public boolean include(Recorded event) {
        Set<Long> wanted = cameras;
        boolean isThere = wanted == null || wanted.contains(event.camera().id());
        Long gallery = event.galleryId();
        return isThere && (gallery == null ? galleries.everywhere() : galleries.includes(gallery));
    }

    /** The same for a caller who may see less by now. */
    public EventBounds within(Scope scope) {
        return new EventBounds(cameras, galleries.and(scope));
    }
}
