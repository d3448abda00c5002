package org.semblance.surveillance.event;

import jakarta.json.JsonObjectBuilder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.Rounded;
import org.semblance.platform.Json;
import org.semblance.surveillance.event.RecognitionEvent.Verdict;

/** A recognition as the API writes it; what is not known is left out. */
final class RecognitionJson {
    private RecognitionJson() {}

    static String of(RecordedRecognition recorded) {
        RecognitionEvent event = recorded.event();
        Verdict verdict = event.matched();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", event.id().toString())
                .add("at", event.at().toString())
                .add("camera", camera(recorded.camera()));
        add(json, "gallery", recorded.gallery());
        json.add("outcome", EventRows.code(verdict.outcome())).add("reason", verdict.reason());
        var person = recorded.person();
        if (person != null) {
            var known = Json.createObjectBuilder().add("id", person.id());
            add(known, "name", person.name());
            json.add("person", known);
        }
        UUID user = verdict.user();
        if (user != null) {
            json.add("user_id", user.toString()).add("user_disabled", verdict.isDisabled());
        }
        json.add("scores", scores(verdict))
                .add("model", verdict.model())
                .add("sighting_id", event.sighting().toString());
        var access = event.access();
        if (access != null) {
            var decided = Json.createObjectBuilder()
                    .add("door", access.door())
                    .add("allowed", access.isAllowed())
                    .add("reason", access.reason());
            if (access.rule() != null) {
                decided.add("rule_id", access.rule());
            }
            json.add("access", decided);
        }
        return json.add("late", event.isLate())
                .add("recorded_at", recorded.recordedAt().toString())
                .build()
                .toString();
    }

    private static JsonObjectBuilder camera(Recorded.SeenBy camera) {
        var json = Json.createObjectBuilder().add("id", camera.id());
        add(json, "name", camera.name());
        add(json, "title", camera.title());
        return json;
    }

    private static JsonObjectBuilder scores(Verdict verdict) {
        var json = Json.createObjectBuilder();
        add(json, "confidence", Rounded.similarityOrNull(verdict.confidence()));
        add(json, "runner_up", Rounded.similarityOrNull(verdict.runnerUp()));
        json.add("threshold", Rounded.score(verdict.threshold()))
                .add("margin", Rounded.score(verdict.margin()))
                .add("quality", Rounded.score(verdict.quality()));
        add(json, "liveness", Rounded.scoreOrNull(verdict.liveness()));
        return json;
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable String value) {
        if (value != null) {
            json.add(name, value);
        }
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable Double value) {
        if (value != null) {
            json.add(name, value);
        }
    }
}
