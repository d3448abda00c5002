package org.semblance.surveillance.ui.event;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.semblance.storage.SignedUrls;
import org.semblance.surveillance.event.EventExport;
import org.semblance.surveillance.event.EventService;
import org.semblance.surveillance.flow.SightingService;

/** Where events and their pictures come from. */
@Dependent
public class EventSources {
    private final EventService events;
    private final EventExport export;
    private final SightingService sightings;
    private final SignedUrls urls;

    @Inject
    public EventSources(EventService events, EventExport export, SightingService sightings, SignedUrls urls) {
        this.events = events;
        this.export = export;
        this.sightings = sightings;
        this.urls = urls;
    }

    public EventService events() {
        return events;
    }

    public EventExport export() {
        return export;
    }

    public SightingService sightings() {
        return sightings;
    }

    public SignedUrls urls() {
        return urls;
    }
}
