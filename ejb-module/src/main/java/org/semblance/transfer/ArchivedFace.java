package org.semblance.transfer;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Json;
import org.semblance.vision.Box;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Embedding;
import org.semblance.vision.Landmarks;
import org.semblance.vision.ModelId;
import org.semblance.vision.PixelSize;

/**
 * A face as a line of an archive has it.
 *
 * @param image checksum of the photo
 * @param crop checksum of the aligned face
 * @param embedding what the model of the archive made of it; null when it is not there
 */
public record ArchivedFace(
        DetectedFace detected,
        double quality,
        String image,
        PixelSize size,
        String crop,
        @Nullable Embedding embedding) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST_SIDE = 100_000;

    static JsonObjectBuilder json(ExportRows.FaceRow face) {
        Box box = face.detected().box();
        var landmarks = Json.createArrayBuilder();
        for (float number : face.detected().landmarks().coordinates()) {
            landmarks.add(number);
        }
        return Json.createObjectBuilder()
                .add("person", face.person())
                .add("image", face.image().sha256())
                .add("width", face.image().width())
                .add("height", face.image().height())
                .add("crop", face.crop().sha256())
                .add(
                        "box",
                        Json.createArrayBuilder()
                                .add(box.x())
                                .add(box.y())
                                .add(box.width())
                                .add(box.height()))
                .add("landmarks", landmarks)
                .add("confidence", face.detected().confidence())
                .add("quality", face.quality());
    }

    /** The numbers in single precision, little-endian, in Base64. */
    static String text(Embedding embedding) {
        float[] values = embedding.values();
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    static ArchivedFace read(JsonObject json, ModelId model, int dimension) {
        float[] box = numbers(json.getJsonArray("box"), 4);
        var detected = new DetectedFace(
                new Box(box[0], box[1], box[2], box[3]),
                new Landmarks(numbers(json.getJsonArray("landmarks"), 2 * Landmarks.POINTS)),
                unit(json, "confidence"));
        String text = json.getString("embedding", "");
        check(box[2] > 0 && box[3] > 0, "a face without extent");
        return new ArchivedFace(
                detected,
                unit(json, "quality"),
                checksum(json, "image"),
                new PixelSize(side(json, "width"), side(json, "height")),
                checksum(json, "crop"),
                text.isEmpty() ? null : embedding(text, model, dimension));
    }

    private static Embedding embedding(String text, ModelId model, int dimension) {
        byte[] bytes = Base64.getDecoder().decode(text);
        check(bytes.length == dimension * Float.BYTES, "an embedding of another length than its model's");
        float[] values = new float[dimension];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        check(Math.abs(Math.sqrt(squares) - 1) < 0.01, "an embedding that is not of length one");
        return Embedding.of(model, values);
    }

    private static float[] numbers(JsonArray array, int length) {
        check(array != null && array.size() == length, "the wrong number of coordinates");
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = (float) ((JsonNumber) array.get(i)).doubleValue();
            check(Float.isFinite(numbers[i]), "a coordinate beyond all bounds");
        }
        return numbers;
    }

    private static float unit(JsonObject json, String name) {
        float number = (float) json.getJsonNumber(name).doubleValue();
        check(number >= 0 && number <= 1, name + " beyond 0 to 1");
        return number;
    }

    private static int side(JsonObject json, String name) {
        int side = json.getJsonNumber(name).intValueExact();
        check(side > 0 && side <= LONGEST_SIDE, "a picture of impossible size");
        return side;
    }

    private static String checksum(JsonObject json, String name) {
        String text = json.getString(name);
        check(SHA256.matcher(text).matches(), "a checksum that is none");
        return text;
    }

    private static void check(boolean isRight, String what) {
        if (!isRight) {
            throw new ArchiveRefusedException("The archive holds " + what);
        }
    }
}
