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

/** Adds a face to a person; refuses photos that would weaken later matching. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@WithinGalleries
public class EnrolmentService {
    private final PersonStore persons;
    private final Enrolment enrolment;

    @Resource
    private EJBContext caller;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected EnrolmentService() {
        this(null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the context is injected after construction
    public EnrolmentService(PersonStore persons, Enrolment enrolment) {
        this.persons = persons;
        this.enrolment = enrolment;
    }

    @RolesAllowed(Permissions.PERSON_ENROLL)
    @Timed(name = "enrolment_seconds", absolute = true, description = "From photo to enrolled face")
    public FaceSummary enroll(PersonId person, Photo photo) {
        GalleryName gallery = persons.galleryOf(person);
        Actor actor = Actor.caller(caller.getCallerPrincipal().getName());
        return enrolment.enroll(person, enrolment.examine(gallery, photo), actor);
    }
}
