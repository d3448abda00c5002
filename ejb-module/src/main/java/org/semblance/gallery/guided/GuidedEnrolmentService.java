package org.semblance.gallery.guided;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.semblance.audit.Actor;
import org.semblance.gallery.Enrolment;
import org.semblance.gallery.FaceStore;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryRules;
import org.semblance.gallery.GalleryStore;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonStore;
import org.semblance.gallery.WithinGalleries;
import org.semblance.platform.Permissions;
import org.semblance.vision.AnalyzedFace;
import org.semblance.vision.Photo;
import org.semblance.vision.Quality;

/**
 * Enrolls somebody until enough good faces are there. Pictures pass the same gates as elsewhere, and must not show
 * somebody else; each is judged before anything of it is stored.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@WithinGalleries
public class GuidedEnrolmentService {
    private static final int LEAST_FACES = 3;

    private final PersonStore persons;
    private final GalleryStore galleries;
    private final FaceStore faces;
    private final Enrolment enrolment;
    private final EnrolmentGate gate;

    @Resource
    private EJBContext caller;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected GuidedEnrolmentService() {
        this(null, null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the context is injected after construction
    public GuidedEnrolmentService(
            PersonStore persons, GalleryStore galleries, FaceStore faces, Enrolment enrolment, EnrolmentGate gate) {
        this.persons = persons;
        this.galleries = galleries;
        this.faces = faces;
        this.enrolment = enrolment;
        this.gate = gate;
    }

    /** How many good faces the person has, and whether pictures may be taken at all. */
    @RolesAllowed(Permissions.PERSON_ENROLL)
    public EnrolmentProgress progress(PersonId person) {
        PersonId living = persons.require(person);
        GalleryRules rules = galleries.rules(persons.galleryOf(living));
        int needed = Math.max(LEAST_FACES, rules.minFaces());
        return new EnrolmentProgress(
                needed, faces.best(living, rules.minQuality(), needed), gate.mayBeRecognised(living));
    }

    /** How good the picture is; a problem says why it would be refused. Stores nothing. */
    @RolesAllowed(Permissions.PERSON_ENROLL)
    public Quality appraise(PersonId person, Photo photo) {
        PersonId living = persons.require(person);
        GalleryName gallery = permitted(living);
        AnalyzedFace face = enrolment.judge(gallery, photo);
        gate.check(gallery, living, face.embedding());
        return face.quality();
    }

    /** Stores a picture that is good; a problem says why it is not. */
    @RolesAllowed(Permissions.PERSON_ENROLL)
    public EnrolmentProgress enroll(PersonId person, Photo photo) {
        PersonId living = persons.require(person);
        GalleryName gallery = permitted(living);
        Enrolment.Candidate candidate = enrolment.examine(gallery, photo);
        gate.check(gallery, living, candidate.face().embedding());
        if (enrolment.isEnrolled(living, candidate)) {
            throw new PhotoEnrolledException();
        }
        enrolment.enroll(
                living, candidate, Actor.caller(caller.getCallerPrincipal().getName()));
        return progress(living);
    }

    /** The gallery of somebody of whom pictures may be taken; a problem otherwise. */
    private GalleryName permitted(PersonId person) {
        if (!gate.mayBeRecognised(person)) {
            throw new ConsentMissingException(person);
        }
        return persons.galleryOf(person);
    }
}
