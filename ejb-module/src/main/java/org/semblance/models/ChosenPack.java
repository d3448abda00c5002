package org.semblance.models;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.semblance.vision.analysis.PackChoice;

/** The pack that was activated last; while the database cannot be asked, the configured one. */
@Dependent
public class ChosenPack implements PackChoice {
    private static final Logger LOG = Logger.getLogger(ChosenPack.class);

    private final Activations activations;

    @Inject
    public ChosenPack(Activations activations) {
        this.activations = activations;
    }

    @Override
    public Optional<String> pack() {
        try {
            return activations.active().map(Activation::pack);
        } catch (EJBException e) {
            LOG.warnf(
                    "The chosen model pack cannot be read, the configured one is used until it can: %s",
                    e.getMessage());
            return Optional.empty();
        }
    }
}
