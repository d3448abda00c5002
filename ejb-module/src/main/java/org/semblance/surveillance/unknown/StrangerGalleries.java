package org.semblance.surveillance.unknown;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.semblance.gallery.GalleryFinder;
import org.semblance.gallery.GalleryFinders;

/** Where strangers are. */
@ApplicationScoped
public class StrangerGalleries {

    @Produces
    public GalleryFinder<StrangerId> ofStrangers(GalleryFinders finders) {
        return finders.finder(
                StrangerId.class,
                "SELECT gallery_id FROM semblance.stranger WHERE id = ?",
                StrangerId::value,
                StrangerNotFoundException::new);
    }
}
