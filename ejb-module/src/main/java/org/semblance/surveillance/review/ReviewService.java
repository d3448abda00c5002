package org.semblance.surveillance.review;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.semblance.audit.Actor;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.NewPerson;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.SelfScoped;
import org.semblance.gallery.WithinGalleries;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.Scope;
import org.semblance.platform.Permissions;

/**
 * Decides about unknown faces and strangers. What is in galleries where the caller lacks a permission does not exist for
 * the caller; whoever gives faces to persons needs to review and to enroll.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@WithinGalleries
public class ReviewService {
    private final FaceReviews reviews;
    private final ReviewedGalleries galleries;

    @Resource
    private EJBContext caller;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ReviewService() {
        this(null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the context is injected after construction
    public ReviewService(FaceReviews reviews, ReviewedGalleries galleries) {
        this.reviews = reviews;
        this.galleries = galleries;
    }

    @RolesAllowed(Permissions.PERSON_ENROLL)
    @SelfScoped("refuses targets and persons of other galleries as not found")
    public Enrolled assign(Targets targets, PersonId person) {
        Scope scope = enrolling();
        double minQuality = galleries.minQuality(person, scope);
        return galleries.known(reviews.assign(targets, person, minQuality, scope, actor()));
    }

    /** Makes a person of the faces. */
    @RolesAllowed(Permissions.PERSON_ENROLL)
    @SelfScoped("refuses targets of other galleries as not found")
    public Enrolled enroll(Targets targets, NewPerson person) {
        Scope scope = enrolling();
        GalleryName gallery = galleries.require(targets, scope);
        var newcomer = new Newcomer(gallery, person, galleries.minQuality(gallery));
        return galleries.known(reviews.enroll(targets, newcomer, scope, actor()));
    }

    @RolesAllowed(Permissions.UNKNOWN_REVIEW)
    @SelfScoped("refuses targets of other galleries as not found")
    public Outcome dismiss(Targets targets) {
        return reviews.dismiss(targets, reviewing(), actor());
    }

    @RolesAllowed(Permissions.UNKNOWN_REVIEW)
    @SelfScoped("refuses targets of other galleries as not found")
    public Outcome restore(Targets targets) {
        return reviews.restore(targets, reviewing(), actor());
    }

    @RolesAllowed(Permissions.UNKNOWN_REVIEW)
    @SelfScoped("refuses targets and persons of other galleries as not found")
    public Outcome reject(Targets targets, PersonId person) {
        return reviews.reject(targets, person, reviewing(), actor());
    }

    private static Scope reviewing() {
        return CurrentUser.require().scope(Permissions.UNKNOWN_REVIEW);
    }

    private static Scope enrolling() {
        Scope reviewing = reviewing();
        if (reviewing.isNowhere()) {
            throw new ReviewPermissionException();
        }
        return reviewing.and(CurrentUser.require().scope(Permissions.PERSON_ENROLL));
    }

    private Actor actor() {
        return Actor.caller(caller.getCallerPrincipal().getName());
    }
}
