package org.semblance.models;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.StandaloneAudit;
import org.semblance.gallery.StaleFaces;
import org.semblance.platform.Permissions;
import org.semblance.vision.analysis.ActivePack;
import org.semblance.vision.install.Acceptance;
import org.semblance.vision.install.PackLibrary;

/** Chooses the model pack that is used, and removes those that are not. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PackUseService {
    private final PackLibrary library;
    private final ActivePack active;
    private final Activations activations;
    private final StaleFaces stale;
    private final StandaloneAudit audit;

    @Resource
    private EJBContext caller;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PackUseService() {
        library = null;
        active = null;
        activations = null;
        stale = null;
        audit = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // the context is injected after construction
    public PackUseService(
            ModelLibrary library, ActivePack active, Activations activations, StaleFaces stale, StandaloneAudit audit) {
        this.library = library.packs();
        this.active = active;
        this.activations = activations;
        this.stale = stale;
        this.audit = audit;
    }

    /** Removes a pack with every embedding of its model; not the one in use. */
    @RolesAllowed(Permissions.MODEL_MANAGE)
    public void remove(String name) {
        var installed = library.require(name);
        boolean pending =
                activations.pending().filter(next -> next.pack().equals(name)).isPresent();
        if (pending || name.equals(active.state().pack())) {
            throw new PackInUseException(name);
        }
        // Embeddings first: should the server die in between, the pack is still there to be removed again.
        if (installed.pack() != null) {
            stale.forget(installed.pack().embedderId());
        }
        library.remove(name);
        audit.record(Actor.caller(name()), AuditEvent.success("model-pack.removed", "model-pack", name));
    }

    /** Asks for a pack to be used; it is once its model has embedded every stored face. */
    @RolesAllowed(Permissions.MODEL_MANAGE)
    public ActivationProgress activate(String name, boolean acceptsLicence, boolean allowSkipped) {
        library.requireUsable(name, new Acceptance(name(), acceptsLicence));
        activations.request(name, allowSkipped, Actor.caller(name()));
        audit.record(
                Actor.caller(name()),
                AuditEvent.success("model-pack.activation-requested", "model-pack", name)
                        .with("licence_accepted", acceptsLicence));
        return activation().orElseThrow();
    }

    /** The last request to use a pack; none when nobody ever asked. */
    @RolesAllowed(Permissions.MODEL_READ)
    public Optional<ActivationProgress> activation() {
        return activations.latest().map(this::progress);
    }

    private ActivationProgress progress(Activation activation) {
        var model = activation.model();
        if (model == null) {
            return new ActivationProgress(activation, 0, 0);
        }
        // Counting looks at every face, and whoever waits asks often: afterwards nothing is left.
        long left = activation.state() == ActivationState.PREPARING ? stale.count(model) : 0;
        return new ActivationProgress(activation, left, stale.skipped(model));
    }

    private String name() {
        return caller.getCallerPrincipal().getName();
    }
}
