package org.semblance.gallery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.identity.CurrentUser;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Permissions;
import org.semblance.storage.ImageStore;

/** Makes, lists and removes galleries. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@WithinGalleries
public class GalleryService {
    private final GalleryStore galleries;
    private final GalleryRemovals removals;
    private final ImageStore images;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected GalleryService() {
        this(null, null, null);
    }

    @Inject
    public GalleryService(GalleryStore galleries, GalleryRemovals removals, ImageStore images) {
        this.galleries = galleries;
        this.removals = removals;
        this.images = images;
    }

    @RolesAllowed(Permissions.GALLERY_WRITE)
    @SelfScoped("a new gallery is in nobody's, so the permission must hold everywhere")
    public GallerySummary create(NewGallery gallery) {
        if (!CurrentUser.require().scope(Permissions.GALLERY_WRITE).everywhere()) {
            throw new NotEverywhereException(Permissions.GALLERY_WRITE);
        }
        galleries.add(gallery);
        return galleries.requireSummary(gallery.name());
    }

    /** Gives a gallery another title and other rules; its name stays. */
    @RolesAllowed(Permissions.GALLERY_WRITE)
    public GallerySummary change(NewGallery wanted, ExpectedVersion expected) {
        galleries.change(wanted, expected);
        return galleries.requireSummary(wanted.name());
    }

    @RolesAllowed(Permissions.GALLERY_READ)
    @SelfScoped("lists those that the caller may see")
    public List<GallerySummary> list() {
        return galleries.list(CurrentUser.require().scope(Permissions.GALLERY_READ));
    }

    /** What they are called, without counting what is in them. */
    @RolesAllowed(Permissions.GALLERY_READ)
    @SelfScoped("lists those that the caller may see")
    public List<GalleryTitle> titles() {
        return galleries.titles(CurrentUser.require().scope(Permissions.GALLERY_READ));
    }

    @RolesAllowed(Permissions.GALLERY_READ)
    public GallerySummary require(GalleryName name) {
        return galleries.requireSummary(name);
    }

    /** Removes a gallery with every person, face, embedding and image in it; a large one part by part. */
    @RolesAllowed(Permissions.GALLERY_WRITE)
    public void delete(GalleryName name) {
        for (var part = removals.removePart(name); part.isPresent(); part = removals.removePart(name)) {
            images.deleteAll(part.get());
        }
        images.deleteAll(removals.remove(name));
    }
}
