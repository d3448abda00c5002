package org.semblance.surveillance.flow;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Json;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;
import org.semblance.surveillance.event.RecognitionEvent.Verdict;

/** Verdicts as JSON. */
final class VerdictJson {
    private VerdictJson() {}

    static JsonObjectBuilder write(Verdict verdict) {
        JsonObjectBuilder object = Json.createObjectBuilder()
                .add("outcome", verdict.outcome().name())
                .add("reason", verdict.reason())
                .add("disabled", verdict.isDisabled())
                .add("threshold", verdict.threshold())
                .add("margin", verdict.margin())
                .add("quality", verdict.quality())
                .add("model", verdict.model());
        if (verdict.person() != null) {
            object.add("person", verdict.person().value());
        }
        if (verdict.user() != null) {
            object.add("user", verdict.user().toString());
        }
        number(object, "confidence", verdict.confidence());
        number(object, "runner_up", verdict.runnerUp());
        number(object, "liveness", verdict.liveness());
        return object;
    }

    static Verdict read(JsonObject object) {
        JsonNumber person = object.getJsonNumber("person");
        String user = object.getString("user", null);
        return new Verdict(
                Outcome.valueOf(object.getString("outcome")),
                object.getString("reason"),
                person == null ? null : new PersonId(person.longValueExact()),
                user == null ? null : UUID.fromString(user),
                object.getBoolean("disabled"),
                number(object, "confidence"),
                number(object, "runner_up"),
                object.getJsonNumber("threshold").doubleValue(),
                object.getJsonNumber("margin").doubleValue(),
                object.getJsonNumber("quality").doubleValue(),
                number(object, "liveness"),
                object.getString("model"));
    }

    private static void number(JsonObjectBuilder object, String name, @Nullable Double value) {
        if (value != null) {
            object.add(name, value);
        }
    }

    private static @Nullable Double number(JsonObject object, String name) {
        JsonNumber number = object.getJsonNumber(name);
        return number == null ? null : number.doubleValue();
    }
}
