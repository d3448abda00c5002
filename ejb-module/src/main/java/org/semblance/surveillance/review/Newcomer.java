package org.semblance.surveillance.review;

import org.semblance.gallery.GalleryName;
import org.semblance.gallery.NewPerson;

/**
 * Somebody to be made of unknown faces.
 *
 * @param minQuality faces below are left out
 */
public record Newcomer(GalleryName gallery, NewPerson person, double minQuality) {}
