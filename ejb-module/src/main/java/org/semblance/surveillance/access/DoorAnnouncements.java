package org.semblance.surveillance.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.semblance.announcement.Announcement;
import org.semblance.announcement.AnnouncementType;
import org.semblance.announcement.AnnouncementTypes;
import org.semblance.announcement.Announcements;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.event.RecognitionEvent;

/** Tells the controllers of doors what was decided. */
@ApplicationScoped
public class DoorAnnouncements implements AnnouncementTypes {
    private static final AnnouncementType DECIDED = new AnnouncementType(
            "door.decided",
            "Somebody stands before a door, and may pass (`allowed`) or not; "
                    + "without `person` it is nobody known. Never open after `valid_until`",
            "{\"door\": \"main-entrance\", \"camera\": \"entrance-1\", \"allowed\": true, \"reason\": \"allowed\", "
                    + "\"rule\": 12, \"person\": 4711, \"event\": \"0198c5a1-7f2e-7a43-9c3b-5b0d3b1f6a10\", "
                    + "\"at\": \"2026-11-21T10:00:00.120Z\", \"valid_until\": \"2026-11-21T10:00:10.120Z\"}");

    private final Announcements announcements;
    private final AccessSettings settings;
    private final Clock clock;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected DoorAnnouncements() {
        this(null, null, null);
    }

    @Inject
    public DoorAnnouncements(Announcements announcements, AccessSettings settings, Clock clock) {
        this.announcements = announcements;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<AnnouncementType> types() {
        return List.of(DECIDED);
    }

    /**
     * Tells of what an event says was decided, in the transaction that writes the event. What comes too late to open a
     * door is told to nobody: it stays in the event.
     */
    public void decided(Camera camera, RecognitionEvent event) {
        var access = event.access();
        Instant validUntil = event.at().plus(settings.openWindow());
        if (access == null || event.isLate() || !validUntil.isAfter(clock.instant())) {
            return;
        }
        var person = event.matched().person();
        Announcement announcement = DECIDED.in(event.galleryId())
                .with("door", access.door())
                .with("camera", camera.name().value())
                .with("allowed", access.isAllowed())
                .with("reason", access.reason())
                .withOptional("rule", access.rule())
                .withOptional("person", person == null ? null : person.value())
                .with("event", event.id().toString())
                .with("at", event.at().toString())
                .with("valid_until", validUntil.toString());
        announcements.announce(announcement);
    }
}
