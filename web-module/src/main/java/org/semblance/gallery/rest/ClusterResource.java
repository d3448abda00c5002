package org.semblance.gallery.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.cluster.ClusterRun;
import org.semblance.gallery.cluster.ClusterService;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.PageParameters;

/** Clusters unknown faces. */
@Path("cluster")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Clusters")
public class ClusterResource {
    private final ClusterService clusters;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public ClusterResource() {
        this(null);
    }

    @Inject
    public ClusterResource(ClusterService clusters) {
        this.clusters = clusters;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permissions.PERSON_EDIT)
    @Operation(
            operationId = "clusterFaces",
            summary = "Cluster the unknown faces of a gallery",
            description = "Finds unknown faces that look like one person, and proposes to join or found that person. "
                    + "Nothing is assigned until somebody accepts. Faces that were compared before are not compared "
                    + "again; new ones join open proposals or make new ones. What was discarded is not proposed again "
                    + "until as many faces are new, and a face never for a person whom people said it is not.")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(
            responseCode = "200",
            description = "It is done",
            content = @Content(schema = @Schema(implementation = ClusterRunResponse.class)))
    @APIResponse(
            responseCode = "202",
            description = "There is so much to do that a job does it; watch it at the address in the header Location",
            content = @Content(schema = @Schema(implementation = ClusterRunResponse.class)))
    @APIResponse(responseCode = "409", description = "`clustering-running`: the gallery is being clustered")
    public Response cluster(@NotNull @Valid ClusterRequestBody body, @Context UriInfo uri) {
        ClusterRun run = clusters.cluster(body.toRequest());
        var execution = run.execution();
        if (execution == null) {
            return Response.ok(ClusterRunResponse.of(run)).build();
        }
        return Response.accepted(ClusterRunResponse.of(run))
                .location(uri.getBaseUriBuilder()
                        .path("jobs")
                        .path(execution.toString())
                        .build())
                .build();
    }

    @GET
    @Path("runs")
    @RolesAllowed(Permissions.PERSON_READ)
    @Operation(operationId = "listClusterRuns", summary = "List the latest clusterings")
    @APIResponse(responseCode = "200", description = "Some of them, the newest first, and where to go on")
    public ClusterRunResponse.Some runs(
            @Parameter(description = "Only those of this gallery", example = "visitors")
                    @QueryParam("gallery")
                    @Nullable
                    String gallery,
            @BeanParam PageParameters page) {
        var only = Optional.ofNullable(gallery).map(GalleryName::new);
        return ClusterRunResponse.Some.of(clusters.runs(only, page.after(), page.limit()));
    }
}
