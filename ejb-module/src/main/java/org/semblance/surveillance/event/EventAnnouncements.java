package org.semblance.surveillance.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semblance.announcement.Announcement;
import org.semblance.announcement.AnnouncementType;
import org.semblance.announcement.AnnouncementTypes;
import org.semblance.surveillance.event.RecognitionEvent.AccessOutcome;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;
import org.semblance.surveillance.event.RecognitionEvent.Verdict;

/** What cameras tell the outside: who came into sight of one, and what happened to it. */
@ApplicationScoped
public class EventAnnouncements implements AnnouncementTypes {
    private static final String SEEN = "{\"event\": \"0198c5a1-7f2e-7a43-9c3b-5b0d3b1f6a10\","
            + " \"at\": \"2026-11-21T08:15:00Z\", \"camera\": 7, \"sighting\": \"0198c5a1-7f2e-7a43-9c3b-5b0d3b1f6a11\","
            + " \"reason\": \"%s\"%s}";
    private static final String HAPPENED = "{\"event\": \"0198c5a1-7f2e-7a43-9c3b-5b0d3b1f6a10\","
            + " \"at\": \"2026-11-21T08:15:00Z\", \"camera\": 7}";

    @Override
    public List<AnnouncementType> types() {
        return Stream.concat(
                        Arrays.stream(Outcome.values()).map(EventAnnouncements::type),
                        Arrays.stream(CameraEvent.Type.values()).map(EventAnnouncements::type))
                .toList();
    }

    /**
     * As it was written.
     *
     * @param isKnown whether the person is still there
     */
    static Announcement of(RecognitionEvent event, boolean isKnown) {
        Verdict verdict = event.matched();
        Announcement told = type(verdict.outcome())
                .in(event.galleryId())
                .with("event", event.id().toString())
                .with("at", event.at().toString())
                .with("camera", event.camera().value())
                .with("sighting", event.sighting().toString())
                .with("reason", verdict.reason());
        if (isKnown && verdict.person() != null) {
            told = told.with("person", verdict.person().value());
        }
        if (isKnown && verdict.user() != null) {
            told = told.with("user", verdict.user().toString()).with("user_disabled", verdict.isDisabled());
        }
        return withAccess(told, event.access()).with("late", event.isLate());
    }

    private static Announcement withAccess(Announcement told, @Nullable AccessOutcome access) {
        return access == null
                ? told
                : told.with("door", access.door())
                        .with("access", access.isAllowed() ? "allowed" : "denied")
                        .with("access_reason", access.reason());
    }

    static Announcement of(CameraEvent event, @Nullable Long gallery) {
        AnnouncementType type = type(event.type());
        return (gallery == null ? type.outside() : type.in(gallery))
                .with("event", event.id().toString())
                .with("at", event.at().toString())
                .with("camera", event.camera().value());
    }

    private static AnnouncementType type(Outcome outcome) {
        String name = "recognition." + EventRows.code(outcome);
        return switch (outcome) {
            case MATCHED ->
                new AnnouncementType(
                        name,
                        "Somebody known came into the sight of a camera; `late` when it was told after an outage",
                        SEEN.formatted("clear", ", \"person\": 4711, \"late\": false"));
            case AMBIGUOUS ->
                new AnnouncementType(
                        name,
                        "Somebody came into the sight of a camera who looks like several persons",
                        SEEN.formatted("too-close", ", \"late\": false"));
            case UNKNOWN ->
                new AnnouncementType(
                        name,
                        "Nobody known came into the sight of a camera",
                        SEEN.formatted("below-threshold", ", \"late\": false"));
            case REJECTED ->
                new AnnouncementType(
                        name,
                        "A face came into the sight of a camera that is too poor to say whose it is, or not live",
                        SEEN.formatted("face-quality-low", ", \"late\": false"));
        };
    }

    private static AnnouncementType type(CameraEvent.Type type) {
        String description =
                switch (type) {
                    case CREATED -> "A camera was set up";
                    case CHANGED -> "A camera was changed";
                    case ENABLED -> "A camera was switched on";
                    case DISABLED -> "A camera was switched off";
                    case REMOVED -> "A camera was removed";
                    case ONLINE -> "A camera was heard of for the first time, or again";
                    case OFFLINE -> "Nothing was heard of a camera for too long";
                    case FRAME_CORRUPT -> "A camera sent a picture that cannot be read";
                    case CLOCK_SKEWED -> "The clock of a camera is too wrong to go by";
                    case SOURCE_FAILED -> "The stream or snapshot of a camera cannot be read";
                    case SOURCE_RESTORED -> "The stream or snapshot of a camera can be read again";
                };
        return new AnnouncementType("camera." + EventRows.code(type), description, HAPPENED);
    }
}
