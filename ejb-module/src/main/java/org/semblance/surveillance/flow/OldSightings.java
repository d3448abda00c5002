package org.semblance.surveillance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import org.semblance.lifetime.AgedRows;
import org.semblance.lifetime.AgedRowsKind;
import org.semblance.lifetime.Lifetime;

/** How long somebody was before a camera. */
@ApplicationScoped
public class OldSightings extends AgedRowsKind {
    public OldSightings() {
        super(
                "sightings",
                "How long somebody was seen by a camera, from when they were last seen; their events stay",
                Lifetime.ofDays(365, 1, 3650),
                AgedRows.of("sighting", "id", "last_seen_at"));
    }
}
