package org.semblance.surveillance.flow;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Json;
import org.semblance.storage.ImageKey;
import org.semblance.storage.NewImage;
import org.semblance.storage.Retention;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.event.RecognitionEvent;
import org.semblance.surveillance.event.RecognitionEvent.AccessOutcome;
import org.semblance.vision.AlignedFace;
import org.semblance.vision.Box;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Embedding;
import org.semblance.vision.Landmarks;
import org.semblance.vision.ModelId;

/** How sightings are written to the spool, and read again, perhaps by a later version. */
final class SightingRecords {
    private static final int VERSION = 1;

    private SightingRecords() {}

    static byte[] write(List<NewSighting> sightings) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        sightings.forEach(sighting -> all.add(json(sighting)));
        return Json.createObjectBuilder()
                .add("version", VERSION)
                .add("sightings", all)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What is read was kept on a disk: its events say so. */
    static List<NewSighting> read(byte[] record) {
        try (var reader = Json.createReader(new StringReader(new String(record, StandardCharsets.UTF_8)))) {
            JsonObject object = reader.readObject();
            if (object.getInt("version") != VERSION) {
                throw new IllegalArgumentException("A record of version " + object.getInt("version"));
            }
            return object.getJsonArray("sightings").getValuesAs(JsonObject.class).stream()
                    .map(SightingRecords::sighting)
                    .toList();
        }
    }

    private static JsonObjectBuilder json(NewSighting sighting) {
        var event = sighting.event();
        var box = sighting.face().box();
        JsonArrayBuilder place = Json.createArrayBuilder();
        for (float number : new float[] {box.x(), box.y(), box.width(), box.height()}) {
            place.add(number);
        }
        JsonArrayBuilder landmarks = Json.createArrayBuilder();
        for (float number : sighting.face().landmarks().coordinates()) {
            landmarks.add(number);
        }
        JsonObjectBuilder object = Json.createObjectBuilder()
                .add("id", event.id().toString())
                .add("at", event.at().toString())
                .add("camera", event.camera().value())
                .add("gallery", event.galleryId())
                .add("sighting", event.sighting().toString())
                .add("verdict", VerdictJson.write(event.matched()))
                .add("box", place)
                .add("landmarks", landmarks)
                .add("sure", sighting.face().confidence())
                .add("embedding", text(sighting.embedding().values()))
                .add("key", sighting.picture().key().value())
                .add(
                        "picture",
                        Base64.getEncoder().encodeToString(sighting.picture().bytes()));
        var access = event.access();
        if (access != null) {
            object.add("access", json(access));
        }
        return object;
    }

    private static NewSighting sighting(JsonObject object) {
        var verdict = VerdictJson.read(object.getJsonObject("verdict"));
        float[] box = numbers(object, "box");
        var face = new DetectedFace(
                new Box(box[0], box[1], box[2], box[3]), new Landmarks(numbers(object, "landmarks")), (float)
                        object.getJsonNumber("sure").doubleValue());
        var event = new RecognitionEvent(
                UUID.fromString(object.getString("id")),
                Instant.parse(object.getString("at")),
                new CameraId(object.getJsonNumber("camera").longValueExact()),
                object.getJsonNumber("gallery").longValueExact(),
                verdict,
                UUID.fromString(object.getString("sighting")),
                access(object.getJsonObject("access")),
                true);
        var picture = new NewImage(
                new ImageKey(object.getString("key")),
                Base64.getDecoder().decode(object.getString("picture")),
                "image/png",
                AlignedFace.SIDE,
                AlignedFace.SIDE,
                Retention.OBSERVED);
        return new NewSighting(
                event,
                face,
                Embedding.of(new ModelId(verdict.model()), vector(object.getString("embedding"))),
                picture);
    }

    private static JsonObjectBuilder json(AccessOutcome access) {
        JsonObjectBuilder object = Json.createObjectBuilder()
                .add("door", access.door())
                .add("allowed", access.isAllowed())
                .add("reason", access.reason());
        return access.rule() == null ? object : object.add("rule", access.rule());
    }

    private static @Nullable AccessOutcome access(@Nullable JsonObject object) {
        if (object == null) {
            return null;
        }
        JsonNumber rule = object.getJsonNumber("rule");
        return new AccessOutcome(
                object.getString("door"),
                object.getBoolean("allowed"),
                object.getString("reason"),
                rule == null ? null : rule.longValueExact());
    }

    private static float[] numbers(JsonObject object, String name) {
        var array = object.getJsonArray(name);
        float[] numbers = new float[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) array.getJsonNumber(i).doubleValue();
        }
        return numbers;
    }

    private static String text(float[] values) {
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static float[] vector(String text) {
        var numbers = ByteBuffer.wrap(Base64.getDecoder().decode(text)).asFloatBuffer();
        float[] values = new float[numbers.remaining()];
        numbers.get(values);
        return values;
    }
}
