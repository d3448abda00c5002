package org.semblance.surveillance.flow;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.semblance.surveillance.event.CameraEvent;
import org.semblance.surveillance.event.EventLog;

/** Notes what frames tell of their cameras, each in a transaction of its own. */
@Stateless
@LocalBean
@PermitAll
public class CameraNotes {
    private final EventLog events;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected CameraNotes() {
        this(null);
    }

    @Inject
    public CameraNotes(EventLog events) {
        this.events = events;
    }

    public void note(CameraEvent event) {
        events.append(event);
    }
}
