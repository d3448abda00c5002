package org.semblance.surveillance.event;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A log for tests of what writes to it. */
public final class InMemoryEventLog implements EventLog {
    private final Map<UUID, RecognitionEvent> recognitions = new LinkedHashMap<>();
    private final Map<UUID, CameraEvent> cameraEvents = new LinkedHashMap<>();

    @Override
    public synchronized void append(Collection<RecognitionEvent> events) {
        events.forEach(event -> recognitions.putIfAbsent(event.id(), event));
    }

    @Override
    public synchronized void append(CameraEvent event) {
        cameraEvents.putIfAbsent(event.id(), event);
    }

    /** In the order in which they were appended. */
    public synchronized List<RecognitionEvent> recognitions() {
        return List.copyOf(recognitions.values());
    }

    /** In the order in which they were appended. */
    public synchronized List<CameraEvent> cameraEvents() {
        return List.copyOf(cameraEvents.values());
    }
}
