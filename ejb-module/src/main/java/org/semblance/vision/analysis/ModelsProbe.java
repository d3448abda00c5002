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
        if (!state.isReady()) {
            return Finding.down(String.valueOf(state.problem()));
        }
        String detail = "The model pack " + state.pack() + " is loaded";
        return Finding.up(state.problem() == null ? detail : detail + ", not the one chosen: " + state.problem());
    }
}
