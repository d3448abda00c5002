package org.semblance.surveillance.ui.event;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.stream.Collectors;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.surveillance.event.CameraEvent;
import org.semblance.surveillance.event.RecordedCameraEvent;

/** What happened to a camera, in the user's language. */
public final class CameraEventTexts {
    private CameraEventTexts() {}

    public static Badge badge(RecordedCameraEvent recorded) {
        var type = recorded.event().type();
        return new Badge(tone(type), Codes.of("camera-event.type.", type));
    }

    /** Numbers, codes and times that belong to it. */
    public static String details(RecordedCameraEvent recorded) {
        return recorded.event().details().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(detail -> Codes.of("camera-event.detail.", detail.getKey().replace('_', '-')) + " "
                        + value(detail.getValue()))
                .collect(Collectors.joining(" · "));
    }

    private static String value(String value) {
        try {
            return LocalFormat.precise(Instant.parse(value));
        } catch (DateTimeParseException e) {
            return Codes.of("source.error.", value);
        }
    }

    private static Badge.Tone tone(CameraEvent.Type type) {
        return switch (type) {
            case ONLINE, SOURCE_RESTORED -> Badge.Tone.GOOD;
            case OFFLINE, SOURCE_FAILED -> Badge.Tone.BAD;
            case FRAME_CORRUPT, CLOCK_SKEWED -> Badge.Tone.WARNING;
            default -> Badge.Tone.NEUTRAL;
        };
    }
}
