package org.semblance.surveillance;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.semblance.surveillance.event.CameraEvent;
import org.semblance.surveillance.event.EventLog;
import org.semblance.surveillance.event.RecognitionEvent;

/** Events that a test looks at. */
public final class RecordedEvents implements EventLog {
    private final List<CameraEvent> ofCameras = new CopyOnWriteArrayList<>();

    @Override
    public void append(Collection<RecognitionEvent> events) {
        throw new UnsupportedOperationException("Nobody is recognised here");
    }

    @Override
    public void append(CameraEvent event) {
        ofCameras.add(event);
    }

    public List<CameraEvent> ofCameras() {
        return ofCameras;
    }

    public List<CameraEvent.Type> types() {
        return ofCameras.stream().map(CameraEvent::type).toList();
    }
}
