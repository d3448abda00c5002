package org.semblance.surveillance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.semblance.platform.Problem;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;
import org.semblance.surveillance.learning.AutoLearning;

/** Lets persons learn from sure matches; a lesson that fails costs the frame nothing. */
@ApplicationScoped
public class FrameLessons {
    private static final Logger LOG = Logger.getLogger(FrameLessons.class);

    private final AutoLearning learning;
    private final Reach reach;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected FrameLessons() {
        this(null, null);
    }

    @Inject
    public FrameLessons(AutoLearning learning, Reach reach) {
        this.learning = learning;
        this.reach = reach;
    }

    void learn(Camera camera, SightingKeeper.Kept kept) {
        var event = kept.event();
        if (!camera.rules().learns() || event.matched().outcome() != Outcome.MATCHED) {
            return;
        }
        try {
            reach.ask(
                    () -> learning.consider(camera, event, kept.judged().face()).reason() != null, () -> false);
        } catch (Problem e) {
            LOG.debugf("Nothing is learned from event %s: %s", event.id(), e.getMessage());
        }
    }
}
