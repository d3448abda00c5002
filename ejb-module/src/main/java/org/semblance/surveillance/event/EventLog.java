package org.semblance.surveillance.event;

import java.util.Collection;

/** Keeps events for good, within the caller's transaction. An event that is there already is passed over. */
public interface EventLog {

    void append(Collection<RecognitionEvent> events);

    void append(CameraEvent event);
}
