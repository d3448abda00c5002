package org.semblance.surveillance.event;

import jakarta.enterprise.context.ApplicationScoped;
import org.semblance.lifetime.AgedPartitionsKind;
import org.semblance.lifetime.Lifetime;

/** What happened to cameras, month by month. */
@ApplicationScoped
public class CameraEventsKind extends AgedPartitionsKind {
    public CameraEventsKind() {
        super(
                "camera-events",
                "What happened to cameras, from then on, whole months at a time",
                Lifetime.ofDays(365, 1, 3650).orForEver(),
                "camera_events");
    }
}
