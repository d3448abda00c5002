package org.semblance.gallery.cluster;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.metrics.annotation.Timed;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryScopes;
import org.semblance.gallery.SelfScoped;
import org.semblance.gallery.WithinGalleries;
import org.semblance.identity.CurrentUser;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;

/** Clusters the unknown faces of a gallery, and does what people decide about the proposals. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@WithinGalleries
public class ClusterService {
    private static final int MAX_NAME = 200;

    private final GalleryScopes scopes;
    private final ClusterRuns runs;
    private final ClusterWork work;
    private final Proposals proposals;
    private final ProposalDecisions decisions;

    @Resource
    private EJBContext caller;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ClusterService() {
        this(null, null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the context is injected after construction
    public ClusterService(
            GalleryScopes scopes,
            ClusterRuns runs,
            ClusterWork work,
            Proposals proposals,
            ProposalDecisions decisions) {
        this.scopes = scopes;
        this.runs = runs;
        this.work = work;
        this.proposals = proposals;
        this.decisions = decisions;
    }

    /** Clusters now when there is little to do; otherwise a job does, and the run that is returned goes on. */
    @RolesAllowed(Permissions.PERSON_EDIT)
    @Timed(name = "clustering_seconds", absolute = true, description = "Clusterings, as far as the request did them")
    public ClusterRun cluster(ClusterRequest request) {
        var scope = scopes.require(request.gallery());
        var run = runs.start(scope, request, name());
        work.begin(run);
        return runs.find(run.id()).orElse(run);
    }

    /** The latest runs first. */
    @RolesAllowed(Permissions.PERSON_READ)
    @SelfScoped("lists those of galleries that the caller may see")
    public Page<ClusterRun> runs(Optional<GalleryName> gallery, long before, int limit) {
        return runs.list(CurrentUser.require().scope(Permissions.PERSON_READ), gallery, before, limit);
    }

    @RolesAllowed(Permissions.PERSON_READ)
    public Page<Proposal> proposals(GalleryName gallery, Proposal.State state, long after, int limit) {
        scopes.require(gallery);
        return proposals.list(gallery, state, after, limit);
    }

    @RolesAllowed(Permissions.PERSON_READ)
    public Proposal require(ProposalId proposal) {
        return proposals.require(proposal);
    }

    @RolesAllowed(Permissions.PERSON_READ)
    public Page<ProposedFace> faces(ProposalId proposal, long after, int limit) {
        return proposals.faces(proposal, after, limit);
    }

    /** Joins or founds the person; the name is for one who has none yet. */
    @RolesAllowed(Permissions.PERSON_EDIT)
    public Proposal accept(ProposalId proposal, @Nullable String name) {
        if (name != null && (name.isBlank() || name.length() > MAX_NAME)) {
            throw new InvalidInputException("name", "name has 1 to " + MAX_NAME + " characters");
        }
        decisions.accept(proposal, name, name());
        return proposals.require(proposal);
    }

    @RolesAllowed(Permissions.PERSON_EDIT)
    public Proposal discard(ProposalId proposal) {
        decisions.discard(proposal, name());
        return proposals.require(proposal);
    }

    private String name() {
        return caller.getCallerPrincipal().getName();
    }
}
