package org.semblance.gallery;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.semblance.audit.Actor;
import org.semblance.gallery.Enrolment.Candidate;
import org.semblance.vision.Photo;

/** Enrolment for jobs, which have no caller: a person is whoever has the external id. */
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

    /** Looks at a photo of a person, who must not be deleted; suspends the caller's transaction meanwhile. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Candidate examine(GalleryName gallery, NewPerson person, Photo photo) {
        persons.isFree(gallery, person.externalId());
        return enrolment.examine(gallery, photo);
    }

    /** Enrolls a face under a person, who is made when new; a photo enrolled already is passed over. */
    public Outcome enroll(GalleryName gallery, NewPerson named, Candidate candidate, Actor actor) {
        boolean isNewPerson = persons.isFree(gallery, named.externalId());
        PersonId person = persons.requireByExternalId(gallery, named, actor);
        boolean isNewFace = !enrolment.isEnrolled(person, candidate);
        if (isNewFace) {
            enrolment.enroll(person, candidate, actor);
        }
        return new Outcome(isNewPerson, isNewFace);
    }

    /** What an enrolment has added. */
    public record Outcome(boolean isNewPerson, boolean isNewFace) {}
}
