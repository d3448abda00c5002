package org.semblance.gallery.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.cluster.ClusterService;
import org.semblance.gallery.cluster.Proposal;
import org.semblance.gallery.cluster.ProposalId;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.PageParameters;
import org.semblance.storage.SignedUrls;

/** What clusterings propose. */
@Path("cluster/proposals")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Clusters")
public class ProposalsResource {
    private final ClusterService clusters;
    private final SignedUrls urls;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public ProposalsResource() {
        this(null, null);
    }

    @Inject
    public ProposalsResource(ClusterService clusters, SignedUrls urls) {
        this.clusters = clusters;
        this.urls = urls;
    }

    @GET
    @RolesAllowed(Permissions.PERSON_READ)
    @Operation(operationId = "listClusterProposals", summary = "List the proposals of a gallery")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "200", description = "Some of the proposals, and where to go on")
    public ProposalResponse.Some list(
            @Parameter(description = "The gallery of the faces", example = "visitors") @QueryParam("gallery") @NotNull
                    String gallery,
            @Parameter(description = "open, accepted, discarded or superseded", example = "open")
                    @QueryParam("state")
                    @DefaultValue("open")
                    String state,
            @BeanParam PageParameters page) {
        var some = clusters.proposals(new GalleryName(gallery), Proposal.State.of(state), page.after(), page.limit());
        return ProposalResponse.Some.of(some, urls);
    }

    @GET
    @Path("{proposal}")
    @RolesAllowed(Permissions.PERSON_READ)
    @Operation(operationId = "getClusterProposal", summary = "Get a proposal with its faces")
    @APIResponse(responseCode = "200", description = "The proposal with some of its faces, and where to go on")
    public ProposalResponse.WithFaces get(@PathParam("proposal") long id, @BeanParam PageParameters page) {
        var proposal = clusters.require(new ProposalId(id));
        return ProposalResponse.WithFaces.of(proposal, clusters.faces(proposal.id(), page.after(), page.limit()), urls);
    }

    @POST
    @Path("{proposal}/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permissions.PERSON_EDIT)
    @Operation(
            operationId = "acceptClusterProposal",
            summary = "Accept a proposal",
            description =
                    "Gives the faces to the person, or founds one. Faces that have found a person meanwhile, or of "
                            + "which people said that they are not that person, are passed over.")
    @APIResponse(responseCode = "200", description = "The proposal, with the person whom the faces went to")
    @APIResponse(
            responseCode = "409",
            description =
                    "`cluster-proposal-decided`: somebody was first; `cluster-proposal-outdated`: no face is left, "
                            + "or the person is deleted")
    public ProposalResponse accept(@PathParam("proposal") long proposal, @Nullable AcceptanceRequest body) {
        String name = body == null ? null : body.name();
        return ProposalResponse.of(clusters.accept(new ProposalId(proposal), name), urls);
    }

    @POST
    @Path("{proposal}/discard")
    @RolesAllowed(Permissions.PERSON_EDIT)
    @Operation(
            operationId = "discardClusterProposal",
            summary = "Discard a proposal",
            description = "These faces are not proposed together again, until as many new ones have come to them.")
    @APIResponse(responseCode = "200", description = "The proposal")
    @APIResponse(responseCode = "409", description = "`cluster-proposal-decided`: somebody was first")
    public ProposalResponse discard(@PathParam("proposal") long proposal) {
        return ProposalResponse.of(clusters.discard(new ProposalId(proposal)), urls);
    }
}
