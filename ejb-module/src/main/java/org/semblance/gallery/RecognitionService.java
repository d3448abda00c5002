package org.semblance.gallery;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.annotation.Timed;
import org.semblance.audit.Actor;
import org.semblance.platform.Permissions;
import org.semblance.vision.Photo;

/** Stores the faces of a photo under the persons that they show. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@WithinGalleries
public class RecognitionService {
    private final PhotoRecognition recognition;

    @Resource
    private EJBContext caller;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected RecognitionService() {
        this(null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the context is injected after construction
    public RecognitionService(PhotoRecognition recognition) {
        this.recognition = recognition;
    }

    /** Every good face joins or founds a person, or is kept or dropped, as the gallery's rules say. */
    @RolesAllowed(Permissions.PERSON_ENROLL)
    @Timed(name = "recognition_seconds", absolute = true, description = "From photo to stored faces")
    public Recognition recognize(GalleryName gallery, Photo photo) {
        Actor actor = Actor.caller(caller.getCallerPrincipal().getName());
        return recognition.store(gallery, photo, actor);
    }

    /** Only tells what would become of the faces. */
    @RolesAllowed(Permissions.PERSON_ENROLL)
    public Recognition preview(GalleryName gallery, Photo photo) {
        return recognition.preview(gallery, photo);
    }
}
