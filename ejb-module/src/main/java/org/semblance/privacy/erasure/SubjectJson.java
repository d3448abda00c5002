package org.semblance.privacy.erasure;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.semblance.personaldata.Subject;
import org.semblance.platform.Json;

/** By what a person is known, as it is kept while they are erased: with their rows, that knowledge goes. */
final class SubjectJson {
    private SubjectJson() {}

    static String write(Subject subject) {
        return Json.createObjectBuilder()
                .add("persons", array(subject.persons()))
                .add("faces", array(subject.faces()))
                .add("files", array(subject.files()))
                .add("names", array(subject.names()))
                .build()
                .toString();
    }

    static Subject read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            return new Subject(
                    numbers(object, "persons"),
                    numbers(object, "faces"),
                    texts(object, "files"),
                    texts(object, "names"));
        }
    }

    private static JsonArrayBuilder array(Collection<?> values) {
        return Json.createArrayBuilder(values);
    }

    private static Set<Long> numbers(JsonObject object, String field) {
        return object.getJsonArray(field).getValuesAs(JsonNumber.class).stream()
                .map(JsonNumber::longValue)
                .collect(Collectors.toSet());
    }

    private static Set<String> texts(JsonObject object, String field) {
        return object.getJsonArray(field).getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .collect(Collectors.toSet());
    }
}
