package org.semblance.gallery.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.VerificationService;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Permissions;
import org.semblance.vision.FalseAcceptRate;
import org.semblance.vision.Photo;
import org.semblance.vision.rest.PhotoPair;

/** Says whether two pictures show one person. */
@Path("verify")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Recognition")
public class VerifyResource {
    private static final String RATE = "false_accept_rate";

    private final VerificationService verification;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public VerifyResource() {
        this(null);
    }

    @Inject
    public VerifyResource(VerificationService verification) {
        this.verification = verification;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Permissions.SEARCH_RUN)
    @Operation(
            operationId = "verify",
            summary = "Compare two photos, or a photo with a person",
            description =
                    "Each photo must show one face; passers-by in the background do not count. Nothing is stored.")
    @APIResponse(responseCode = "404", ref = "Problem")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = VerifyForm.class)))
    @APIResponse(
            responseCode = "200",
            description = "Whether they are the same, and how similar",
            content =
                    @Content(
                            schema = @Schema(implementation = VerifyResponse.class),
                            examples = @ExampleObject(name = "two photos", value = SearchExamples.SAME)))
    public VerifyResponse verify(PhotoPair pair) {
        Optional<PersonId> person =
                pair.upload().number("person", Long::valueOf).map(PersonId::new);
        if (person.isPresent() == pair.other().isPresent()) {
            throw new InvalidInputException("other_image", "Give either other_image or person to compare with");
        }
        Photo photo = pair.upload().photo();
        return VerifyResponse.of(
                person.isPresent()
                        ? verification.verify(photo, person.get())
                        : verification.verify(photo, pair.other().orElseThrow(), rate(pair)));
    }

    private static FalseAcceptRate rate(PhotoPair pair) {
        double rate = pair.upload().number(RATE, Double::valueOf).orElse(FalseAcceptRate.ONE_IN_TEN_THOUSAND.rate());
        return FalseAcceptRate.of(rate)
                .orElseThrow(() -> new InvalidInputException(
                        RATE, RATE + " is 0.01, 0.001, 0.0001, 0.00001 or 0.000001, not " + rate));
    }
}
