package org.semblance.surveillance.event.rest;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.CsvLine;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.rest.JsonConfiguration;
import org.semblance.surveillance.event.RecordedRecognition;

/** The forms in which recognitions are carried away. */
enum RecognitionFormat {
    CSV("text/csv;charset=UTF-8") {
        @Override
        String head() {
            return CsvLine.of(List.of(
                    "id",
                    "at",
                    "camera_id",
                    "camera",
                    "gallery",
                    "outcome",
                    "reason",
                    "person_id",
                    "person",
                    "user_id",
                    "user_disabled",
                    "confidence",
                    "runner_up",
                    "threshold",
                    "margin",
                    "quality",
                    "liveness",
                    "model",
                    "sighting_id",
                    "door",
                    "access",
                    "access_reason",
                    "access_rule_id",
                    "late",
                    "recorded_at"));
        }

        @Override
        String event(RecordedRecognition recorded) {
            var event = RecognitionResponse.of(recorded);
            var person = event.person();
            var access = event.access();
            var scores = event.scores();
            return CsvLine.of(Arrays.asList(
                    text(event.id()),
                    text(event.at()),
                    text(event.camera().id()),
                    event.camera().name(),
                    event.gallery(),
                    event.outcome(),
                    event.reason(),
                    person == null ? null : text(person.id()),
                    person == null ? null : person.name(),
                    text(event.userId()),
                    text(event.userDisabled()),
                    text(scores.confidence()),
                    text(scores.runnerUp()),
                    text(scores.threshold()),
                    text(scores.margin()),
                    text(scores.quality()),
                    text(scores.liveness()),
                    event.model(),
                    text(event.sightingId()),
                    access == null ? null : access.door(),
                    access == null ? null : access.allowed() ? "allowed" : "denied",
                    access == null ? null : access.reason(),
                    access == null ? null : text(access.ruleId()),
                    text(event.late()),
                    text(event.recordedAt())));
        }
    },
    JSONL("application/jsonl;charset=UTF-8") {
        @Override
        String head() {
            return "";
        }

        @Override
        String event(RecordedRecognition recorded) {
            return JsonConfiguration.toJson(RecognitionResponse.of(recorded)) + "\n";
        }
    };

    private final String mediaType;

    RecognitionFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    static RecognitionFormat of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.code().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("format", "format is csv or jsonl"));
    }

    abstract String head();

    abstract String event(RecordedRecognition recorded);

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    MediaType mediaType() {
        return MediaType.valueOf(mediaType);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
