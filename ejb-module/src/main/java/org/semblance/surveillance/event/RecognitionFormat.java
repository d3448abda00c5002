package org.semblance.surveillance.event;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.Rounded;
import org.semblance.platform.CsvLine;
import org.semblance.platform.InvalidInputException;

/** The forms in which recognitions are carried away. */
public enum RecognitionFormat {
    CSV("text/csv;charset=UTF-8") {
        @Override
        public String head() {
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
        public String event(RecordedRecognition recorded) {
            var event = recorded.event();
            var verdict = event.matched();
            var person = recorded.person();
            var access = event.access();
            return CsvLine.of(Arrays.asList(
                    text(event.id()),
                    text(event.at()),
                    text(recorded.camera().id()),
                    recorded.camera().name(),
                    recorded.gallery(),
                    EventRows.code(verdict.outcome()),
                    verdict.reason(),
                    person == null ? null : text(person.id()),
                    person == null ? null : person.name(),
                    text(verdict.user()),
                    verdict.user() == null ? null : text(verdict.isDisabled()),
                    text(Rounded.similarityOrNull(verdict.confidence())),
                    text(Rounded.similarityOrNull(verdict.runnerUp())),
                    text(Rounded.score(verdict.threshold())),
                    text(Rounded.score(verdict.margin())),
                    text(Rounded.score(verdict.quality())),
                    text(Rounded.scoreOrNull(verdict.liveness())),
                    verdict.model(),
                    text(event.sighting()),
                    access == null ? null : access.door(),
                    access == null ? null : access.isAllowed() ? "allowed" : "denied",
                    access == null ? null : access.reason(),
                    access == null ? null : text(access.rule()),
                    text(event.isLate()),
                    text(recorded.recordedAt())));
        }
    },
    JSONL("application/jsonl;charset=UTF-8") {
        @Override
        public String head() {
            return "";
        }

        @Override
        public String event(RecordedRecognition recorded) {
            return RecognitionJson.of(recorded) + "\n";
        }
    };

    private final String mediaType;

    RecognitionFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public static RecognitionFormat of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.code().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("format", "format is csv or jsonl"));
    }

    /** What comes before the first event. */
    public abstract String head();

    public abstract String event(RecordedRecognition recorded);

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }

    public String fileName() {
        return "recognitions." + code();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
