package org.semblance.surveillance.ui.event;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.storage.ImageKey;
import org.semblance.surveillance.event.RecordedRecognition;
import org.semblance.surveillance.flow.SightingService;
import org.semblance.surveillance.flow.SightingSummary;

/** An event with the picture of its sighting; null where that is gone. */
record EventRow(RecordedRecognition recorded, @Nullable SightingSummary sighting) {

    /** The same with pictures, of all in one go. */
    static List<EventRow> of(List<RecordedRecognition> events, SightingService sightings) {
        Map<UUID, SightingSummary> known = sightings.of(events);
        return events.stream()
                .map(event -> new EventRow(event, known.get(event.event().sighting())))
                .toList();
    }

    @Nullable
    ImageKey picture() {
        return sighting == null ? null : sighting.picture();
    }
}
