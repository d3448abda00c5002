package org.semblance.gallery.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryService;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.IfMatch;

/** Galleries: the sets of persons that are searched together. */
@Path("galleries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Galleries")
public class GalleriesResource {
    private final GalleryService galleries;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public GalleriesResource() {
        this(null);
    }

    @Inject
    public GalleriesResource(GalleryService galleries) {
        this.galleries = galleries;
    }

    @GET
    @RolesAllowed(Permissions.GALLERY_READ)
    @Operation(operationId = "listGalleries", summary = "List the galleries")
    @APIResponse(responseCode = "200", description = "Every gallery")
    public GalleryResponse.All list() {
        return GalleryResponse.All.of(galleries.list());
    }

    @POST
    @RolesAllowed(Permissions.GALLERY_WRITE)
    @Operation(operationId = "createGallery", summary = "Make a gallery")
    @APIResponseSchema(
            value = GalleryResponse.class,
            responseCode = "201",
            responseDescription = "The gallery, at the address in the header Location")
    public Response create(@NotNull @Valid GalleryRequest body, @Context UriInfo uri) {
        var gallery = galleries.create(body.toNewGallery());
        return Response.created(
                        uri.getAbsolutePathBuilder().path(gallery.name()).build())
                .entity(GalleryResponse.of(gallery))
                .build();
    }

    @GET
    @Path("{gallery}")
    @RolesAllowed(Permissions.GALLERY_READ)
    @Operation(operationId = "getGallery", summary = "Get a gallery")
    @APIResponse(responseCode = "200", description = "The gallery")
    public GalleryResponse get(@PathParam("gallery") String gallery) {
        return GalleryResponse.of(galleries.require(new GalleryName(gallery)));
    }

    @PUT
    @Path("{gallery}")
    @RolesAllowed(Permissions.GALLERY_WRITE)
    @Operation(
            operationId = "changeGallery",
            summary = "Change a gallery",
            description = "Gives it another title and other rules, from the next decision on. What is left out is set "
                    + "to what the kind of gallery has; the name stays.")
    @APIResponse(responseCode = "200", description = "The gallery as it is now")
    public GalleryResponse change(
            @PathParam("gallery") String gallery, @NotNull @Valid GalleryRequest body, @BeanParam IfMatch match) {
        return GalleryResponse.of(galleries.change(body.toChangeOf(gallery), match.expected()));
    }

    @DELETE
    @Path("{gallery}")
    @RolesAllowed(Permissions.GALLERY_WRITE)
    @Operation(
            operationId = "deleteGallery",
            summary = "Delete a gallery",
            description = "Deletes every person, face, embedding and image in it too. This cannot be undone. A gallery"
                    + " of more than 500 persons or 5,000 faces goes person by person, a few thousand faces a second;"
                    + " the server goes on when the caller hangs up. Should the server stop meanwhile, the gallery is"
                    + " still there with those who are left: delete it again.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void delete(@PathParam("gallery") String gallery) {
        galleries.delete(new GalleryName(gallery));
    }
}
