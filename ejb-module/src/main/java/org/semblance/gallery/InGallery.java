package org.semblance.gallery;

/** Something that names the one gallery it is about. */
public interface InGallery {
    GalleryName gallery();
}
