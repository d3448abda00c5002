package org.semblance.vision.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.semblance.health.HealthChecks;
import org.semblance.health.HealthProbe;

/** Whether the active pack's models are loaded. */
@ApplicationScoped
public class ModelsProbe implements HealthProbe {
    private final ActivePack pack;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ModelsProbe() {
        this(null);
    }

    @Inject
    public ModelsProbe(ActivePack pack) {
        this.pack = pack;
    }

    @Override
    public String name() {
        return HealthChecks.MODELS;
    }

    @Override
    public Finding look() {
        PackState state = pack.state();
        return state.problem() == null
                ? Finding.up("The model pack " + state.pack() + " is loaded")
                : Finding.down(state.problem());
    }
}
