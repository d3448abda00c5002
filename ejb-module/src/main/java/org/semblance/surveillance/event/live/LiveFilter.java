package org.semblance.surveillance.event.live;

import java.util.Set;
import org.semblance.identity.Scope;
import org.semblance.surveillance.event.EventBounds;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;
import org.semblance.surveillance.event.Recorded;
import org.semblance.surveillance.event.RecordedRecognition;

/**
 * Which events somebody wants to be told.
 *
 * @param outcomes recognitions of one of these; all when there are none
 */
public record LiveFilter(Kinds kinds, EventBounds bounds, Set<Outcome> outcomes) {
    public static final LiveFilter ALL = new LiveFilter(Kinds.BOTH, EventBounds.NONE, Set.of());

    /** Events of which kinds. */
    public enum Kinds {
        BOTH,
        RECOGNITIONS,
        CAMERA_EVENTS
    }

    public LiveFilter {
        outcomes = Set.copyOf(outcomes);
    }

    public boolean includes(Recorded event) {
        return isOfKind(event) && bounds.include(event);
    }

    private boolean isOfKind(Recorded event) {
        if (event instanceof RecordedRecognition seen) {
            return kinds != Kinds.CAMERA_EVENTS
                    && (outcomes.isEmpty()
                            || outcomes.contains(seen.event().matched().outcome()));
        }
        return kinds != Kinds.RECOGNITIONS;
    }

    /** The same for somebody who may see less by now. */
    public LiveFilter within(Scope scope) {
        return new LiveFilter(kinds, bounds.within(scope), outcomes);
    }
}
