package org.semblance.vision.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.health.HealthChecks;
import org.semblance.health.HealthProbe;
import org.semblance.health.Remark;

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
        String problem = state.problem();
        if (!state.isReady()) {
            return Finding.down(
                    problem == null
                            ? Remark.of("none", "The model pack %s is not loaded yet", state.pack())
                            : new Remark("unusable", List.of(state.pack(), problem), problem));
        }
        return problem == null
                ? Finding.up(Remark.of("loaded", "The model pack %s is loaded", state.pack()))
                : Finding.degraded(Remark.of(
                        "other", "The model pack %s is loaded, not the one chosen: %s", state.pack(), problem));
    }
}
