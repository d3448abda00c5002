package org.semblance.gallery;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.semblance.audit.Actor;
import org.semblance.gallery.Enrolment.Candidate;
import org.semblance.vision.Photo;

/** Enrolment for jobs, which have no caller: a person is whoever the folder is named after. */
@Stateless
@PermitAll
public class JobEnrolment {
    private final Enrolment enrolment;
    private final GalleryStore galleries;
    private final PersonStore persons;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected JobEnrolment() {
        this(null, null, null);
    }

    @Inject
    public JobEnrolment(Enrolment enrolment, GalleryStore galleries, PersonStore persons) {
        this.enrolment = enrolment;
        this.galleries = galleries;
        this.persons = persons;
    }

    /** Refuses a gallery that does not exist. */
    public void checkGallery(GalleryName gallery) {
        galleries.require(gallery);
    }

    /** Looks at a photo; suspends the caller's transaction meanwhile. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Candidate examine(GalleryName gallery, Photo photo) {
        return enrolment.examine(gallery, photo);
    }

    /** Enrolls a face under the folder's person, who is made when new; a photo enrolled already is passed over. */
    public void enroll(GalleryName gallery, String folder, Candidate candidate, Actor actor) {
        var named = new NewPerson(folder.replace('_', ' '), folder);
        PersonId person = persons.requireByExternalId(gallery, named, actor);
        if (!enrolment.isEnrolled(person, candidate)) {
            enrolment.enroll(person, candidate, actor);
        }
    }
}
