package org.semblance.gallery;

import java.util.OptionalLong;
import org.semblance.platform.Problem;

/**
 * Knows in which gallery things of one kind are. There is one for each kind of id that services take.
 *
 * @param <T> the id
 */
public interface GalleryFinder<T> {
    Class<T> kind();

    /** The id of the gallery that it is in; empty when there is no such thing. */
    OptionalLong find(T id);

    /** What to tell somebody for whom it does not exist. */
    Problem notFound(T id);
}
