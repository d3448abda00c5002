package org.semblance.surveillance.event;

import java.util.UUID;
import org.semblance.platform.Problem;

/** No such event, or none that the caller may see. */
public class EventNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public EventNotFoundException(UUID id) {
        super(Kind.NOT_FOUND, "event-not-found", "There is no event " + id);
    }
}
