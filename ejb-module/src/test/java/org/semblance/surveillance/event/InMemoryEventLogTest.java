package org.semblance.surveillance.event;

import java.util.List;
import org.semblance.gallery.PersonId;

class InMemoryEventLogTest extends EventLogContract {
    private final InMemoryEventLog log = new InMemoryEventLog();

    @Override
    EventLog log() {
        return log;
    }

    @Override
    List<RecognitionEvent> recognitions() {
        return log.recognitions();
    }

    @Override
    List<CameraEvent> cameraEvents() {
        return log.cameraEvents();
    }

    @Override
    PersonId person() {
        return new PersonId(1);
    }
}
