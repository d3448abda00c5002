package org.semblance.gallery.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.gallery.SearchService;
import org.semblance.platform.Permissions;
import org.semblance.storage.SignedUrls;
import org.semblance.vision.rest.PhotoUpload;

/** Says whose faces a photo shows. */
@Path("search")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Recognition")
public class SearchResource {
    private final SearchService search;
    private final SignedUrls urls;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public SearchResource() {
        this(null, null);
    }

    @Inject
    public SearchResource(SearchService search, SignedUrls urls) {
        this.search = search;
        this.urls = urls;
    }

    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, "image/*", MediaType.APPLICATION_OCTET_STREAM})
    @RolesAllowed(Permissions.SEARCH_RUN)
    @Operation(
            operationId = "search",
            summary = "Search the persons of a gallery by photo",
            description = "Compares every face of the photo with the persons of one gallery. Nothing is stored. "
                    + "Send a form, or the picture itself as the body with everything else in the address. "
                    + "A decision is evidence and not proof: let a person look before it has consequences.")
    @APIResponse(responseCode = "404", ref = "Problem")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA,
                        schema = @Schema(implementation = SearchForm.class)),
                @Content(mediaType = "image/*", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "200",
            description = "Every face with the decision about it and its candidates",
            content =
                    @Content(
                            schema = @Schema(implementation = SearchResponse.class),
                            examples = @ExampleObject(name = "one face matched", value = SearchExamples.RESPONSE)))
    public SearchResponse search(PhotoUpload upload, @BeanParam SearchParameters parameters) {
        return SearchResponse.of(search.search(parameters.of(upload)), parameters.explains(upload), urls);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permissions.SEARCH_RUN)
    @Operation(
            operationId = "searchByProbe",
            summary = "Search the persons of a gallery by a stored face or a vector",
            description =
                    "Says who looks like a face that is stored already, or like the numbers that the model in use "
                            + "gave for a face somewhere else. Nothing is stored.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProbeRequest.class),
                            examples = {
                                @ExampleObject(name = "a stored face", value = SearchExamples.FACE),
                                @ExampleObject(name = "a vector (cut short)", value = SearchExamples.VECTOR)
                            }))
    @APIResponse(responseCode = "200", description = "The decision and the candidates")
    public ProbeResponse search(@NotNull @Valid ProbeRequest body) {
        return ProbeResponse.of(search.search(body.scope(), body.probe()), body.explains(), urls);
    }
}
