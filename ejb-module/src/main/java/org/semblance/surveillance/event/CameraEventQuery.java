package org.semblance.surveillance.event;

import java.util.Set;
import org.semblance.surveillance.event.CameraEvent.Type;

/**
 * Which events of cameras are wanted.
 *
 * @param types of one of these; all when there are none
 */
public record CameraEventQuery(Period period, EventPlaces places, Set<Type> types) {
    public static final CameraEventQuery ALL = new CameraEventQuery(Period.EVER, EventPlaces.ANYWHERE, Set.of());

    public CameraEventQuery {
        types = Set.copyOf(types);
    }
}
