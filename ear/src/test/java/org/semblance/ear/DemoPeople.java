package org.semblance.ear;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's own invented people. */
final class DemoPeople {
    private DemoPeople() {}

    static List<String> names() {
        try (Stream<Path> folders = Files.list(TestServer.demo().resolve("people"))) {
            return folders.map(folder -> String.valueOf(folder.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path picture(String name, int number) {
        return TestServer.demo().resolve("people").resolve(name).resolve(number + ".jpg");
    }

    static List<String> inGroup(int group) {
        try (var reader = Json.createReader(Files.newInputStream(TestServer.demo().resolve("boxes.json")))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .filter(picture -> picture.getString("file").endsWith("group-" + group + ".jpg"))
                    .flatMap(picture -> picture.getJsonArray("faces").getValuesAs(JsonObject.class).stream())
                    .map(face -> face.getString("name"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> notInGroup(int group) {
        List<String> in = inGroup(group);
        return names().stream().filter(name -> !in.contains(name)).toList();
    }
}
