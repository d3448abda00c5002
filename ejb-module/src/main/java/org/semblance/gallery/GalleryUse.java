package org.semblance.gallery;

import java.util.Optional;

/** Something that works with galleries, which must not go from under it. Every bean of this type is asked. */
public interface GalleryUse {

    /** What uses the gallery, for whoever wants to delete it; empty when nothing does. */
    Optional<String> of(long gallery);
}
