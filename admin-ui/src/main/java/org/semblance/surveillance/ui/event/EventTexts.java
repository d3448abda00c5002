package org.semblance.surveillance.ui.event;

import com.vaadin.flow.component.UI;
import java.util.Optional;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.ui.PersonName;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.PortalSession;
import org.semblance.surveillance.event.RecognitionEvent.AccessOutcome;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;
import org.semblance.surveillance.event.Recorded;
import org.semblance.surveillance.event.RecordedRecognition;

/** What events say, in the user's language. */
final class EventTexts {
    private EventTexts() {}

    /** Who it was, or that it was nobody known. */
    static String who(RecordedRecognition recorded) {
        var person = recorded.person();
        return person == null
                ? Codes.of("event.outcome.", recorded.event().matched().outcome())
                : PersonName.of(person.name(), new PersonId(person.id()));
    }

    static Badge outcome(RecordedRecognition recorded) {
        var outcome = recorded.event().matched().outcome();
        return new Badge(tone(outcome), Codes.of("event.outcome.", outcome));
    }

    static String camera(Recorded.SeenBy camera) {
        return Optional.ofNullable(camera.title())
                .orElseGet(() -> UI.getCurrent().getTranslation("event.camera.gone", String.valueOf(camera.id())));
    }

    /** Loud only where somebody known was not let in: that nobody known is not, goes without saying. */
    static Badge access(RecordedRecognition recorded, AccessOutcome access) {
        if (access.isAllowed()) {
            return new Badge(Badge.Tone.GOOD, UI.getCurrent().getTranslation("event.allowed", access.door()));
        }
        return new Badge(
                recorded.person() == null ? Badge.Tone.NEUTRAL : Badge.Tone.BAD,
                UI.getCurrent().getTranslation("event.denied", access.door()));
    }

    static boolean mayReadPersons() {
        return PortalSession.permits(Permissions.PERSON_READ);
    }

    /** How an outcome feels. */
    private static Badge.Tone tone(Outcome outcome) {
        return switch (outcome) {
            case MATCHED -> Badge.Tone.GOOD;
            case AMBIGUOUS -> Badge.Tone.WARNING;
            case UNKNOWN -> Badge.Tone.ACTIVE;
            case REJECTED -> Badge.Tone.NEUTRAL;
        };
    }
}
