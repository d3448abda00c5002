package org.semblance.gallery.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.semblance.gallery.GalleryFinder;
import org.semblance.gallery.GalleryFinders;

/** Where proposals are. */
@ApplicationScoped
public class ProposalGalleries {

    @Produces
    public GalleryFinder<ProposalId> ofProposals(GalleryFinders finders) {
        return finders.finder(
                ProposalId.class,
                "SELECT gallery_id FROM cluster_proposal WHERE id = ?",
                ProposalId::value,
                ProposalNotFoundException::new);
    }
}
