package org.semblance.surveillance.unknown.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.platform.Permissions;
import org.semblance.surveillance.review.ReviewService;

/** What people decide of unknown faces and strangers; of many, what can be done is done. */
@Path("unknown-faces/review")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Unknown faces")
public class ReviewResource {
    private static final String PARTLY = " When it can be done to none of them, the first reason is the answer.";
    private static final String DECIDED =
            "`unknown-face-decided`: somebody was first, the detail says who; `face-rejected`; `galleries-differ`";

    private final ReviewService reviews;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public ReviewResource() {
        this(null);
    }

    @Inject
    public ReviewResource(ReviewService reviews) {
        this.reviews = reviews;
    }

    @POST
    @Path("assignment")
    @RolesAllowed(Permissions.PERSON_ENROLL)
    @Operation(
            operationId = "assignUnknownFaces",
            summary = "Give unknown faces to a person",
            description = "They are the person's from now on; the move can be undone among the person's changes. Also "
                    + "needs `unknown:review`." + PARTLY)
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "200", description = "Which faces the person has now, and why not the others")
    @APIResponse(responseCode = "409", description = DECIDED)
    @APIResponse(responseCode = "422", description = "`face-quality-low`: the faces would weaken later matching")
    public ReviewResponse.OfPerson assign(@NotNull @Valid ReviewBody.OfPerson body) {
        return ReviewResponse.OfPerson.of(reviews.assign(body.targets(), body.personId()));
    }

    @POST
    @Path("enrolment")
    @RolesAllowed(Permissions.PERSON_ENROLL)
    @Operation(
            operationId = "enrollUnknownFaces",
            summary = "Make a person of unknown faces",
            description = "Of those good enough for the gallery. With fewer than it asks for, the person is made, and "
                    + "the answer says how many are missing before they are recognised. Also needs `unknown:review`."
                    + PARTLY)
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "200", description = "The person, and which faces they have")
    @APIResponse(responseCode = "409", description = DECIDED + "; `already-exists`: the external id is taken")
    @APIResponse(responseCode = "422", description = "`face-quality-low`: no face is good enough")
    public ReviewResponse.OfPerson enroll(@NotNull @Valid ReviewBody.OfNewcomer body) {
        return ReviewResponse.OfPerson.of(reviews.enroll(body.targets(), body.person()));
    }

    @POST
    @Path("dismissal")
    @RolesAllowed(Permissions.UNKNOWN_REVIEW)
    @Operation(
            operationId = "dismissUnknownFaces",
            summary = "Take unknown faces out of the queue",
            description = "What comes later of a dismissed stranger is counted, but does not come into it." + PARTLY)
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "200", description = "What was dismissed, and why not the others")
    @APIResponse(responseCode = "409", description = DECIDED)
    public ReviewResponse dismiss(@NotNull @Valid ReviewBody body) {
        return ReviewResponse.of(reviews.dismiss(body.targets()));
    }

    @POST
    @Path("restoration")
    @RolesAllowed(Permissions.UNKNOWN_REVIEW)
    @Operation(
            operationId = "restoreUnknownFaces",
            summary = "Undo dismissals",
            description = "A stranger comes back " + "with all faces that were dismissed." + PARTLY)
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "200", description = "What waits again, and why not the others")
    @APIResponse(responseCode = "409", description = "`unknown-face-decided`: the face is somebody's by now")
    public ReviewResponse restore(@NotNull @Valid ReviewBody body) {
        return ReviewResponse.of(reviews.restore(body.targets()));
    }

    @POST
    @Path("rejection")
    @RolesAllowed(Permissions.UNKNOWN_REVIEW)
    @Operation(
            operationId = "rejectUnknownFaces",
            summary = "Say whom unknown faces are not",
            description = "It sticks, also for later faces of the strangers: no suggestion and no cluster says so "
                    + "again. `DELETE /faces/{face}/rejections/{person}` takes it back." + PARTLY)
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "200", description = "For which faces it is noted, and why not for the others")
    @APIResponse(responseCode = "409", description = "`unknown-face-decided`; `galleries-differ`")
    public ReviewResponse reject(@NotNull @Valid ReviewBody.OfPerson body) {
        return ReviewResponse.of(reviews.reject(body.targets(), body.personId()));
    }
}
