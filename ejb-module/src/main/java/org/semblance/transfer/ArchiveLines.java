package org.semblance.transfer;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.semblance.platform.Json;

/** JSON objects, one a line, none of them longer than any export writes it. */
final class ArchiveLines {
    private static final int LONGEST = 1 << 18;

    private final InputStream stream;
    private Optional<JsonObject> next;

    ArchiveLines(InputStream stream) {
        this.stream = stream;
        this.next = read();
    }

    /** What comes next, which stays there. */
    Optional<JsonObject> peek() {
        return next;
    }

    JsonObject take() {
        JsonObject taken = next.orElseThrow();
        next = read();
        return taken;
    }

    private Optional<JsonObject> read() {
        var line = new ByteArrayOutputStream();
        try {
            int letter = stream.read();
            while (letter >= 0 && letter != '\n') {
                GalleryArchive.check(line.size() < LONGEST, "it has a line that is longer than any export writes");
                line.write(letter);
                letter = stream.read();
            }
            if (letter < 0 && line.size() == 0) {
                return Optional.empty();
            }
            try (var reader = Json.createReader(new ByteArrayInputStream(line.toByteArray()))) {
                return Optional.of(reader.readObject());
            }
        } catch (IOException | JsonException e) {
            throw new ArchiveRefusedException("The archive has a line that is no JSON", e);
        }
    }
}
