package org.semblance.ear;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A gallery with a few persons of one face each, of whom two were one for a while, and two cameras that look into it:
 * something to be denied or allowed.
 */
record Belongings(
        String gallery, String secret, List<Long> persons, List<Long> faces, long change, List<String> cameras) {
    /** What bodies of requests name that lies in a gallery. */
    private static final Set<String> NAMED =
            Set.of("gallery", "person", "survivor", "others", "faces", "face_id", "person_id");

    static Belongings make(ApiClient admin, String prefix) {
        String gallery = prefix + "-" + UUID.randomUUID();
        String secret = "Secret " + UUID.randomUUID();
        expect(201, admin.post("/api/v1/galleries", "{\"name\": \"%s\"}".formatted(gallery)));
        List<Long> persons = new ArrayList<>();
        List<Long> faces = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Answer person = expect(
                    201,
                    admin.post(
                            "/api/v1/persons",
                            "{\"gallery\": \"%s\", \"name\": \"%s %d\"}".formatted(gallery, secret, i)));
            persons.add(person.json().getJsonNumber("id").longValue());
            Answer face = expect(
                    201,
                    admin.upload(
                            "/api/v1/persons/" + persons.get(i) + "/faces",
                            DemoPeople.picture(DemoPeople.names().get(i), 1),
                            Map.of()));
            faces.add(face.json().getJsonNumber("id").longValue());
        }
        expect(200, admin.post("/api/v1/persons/merge", """
                {"survivor": %d, "others": [%d]}
                """.formatted(persons.get(0), persons.get(1))));
        long change = admin.get("/api/v1/persons/" + persons.get(0) + "/changes")
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonNumber("id")
                .longValue();
        List<String> cameras = List.of("camera-" + UUID.randomUUID(), "camera-" + UUID.randomUUID());
        cameras.forEach(camera -> expect(
                201,
                admin.post(
                        "/api/v1/cameras",
                        "{\"name\": \"%s\", \"gallery\": \"%s\", \"title\": \"%s\"}"
                                .formatted(camera, gallery, secret))));
        return new Belongings(gallery, secret, persons, faces, change, cameras);
    }

    private static Answer expect(int status, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    /** Whether a request to this endpoint can be about what is here. */
    boolean concerns(Endpoint endpoint) {
        return !endpoint.path().equals(fill(endpoint))
                || endpoint.parameters("query").stream()
                        .anyMatch(parameter -> parameter.getString("name").equals("gallery"))
                || endpoint.exampleBody()
                        .map(body -> body(body).toString())
                        .filter(body -> body.contains(gallery) || body.contains(String.valueOf(persons.get(0))))
                        .isPresent();
    }

    /** The endpoint's path, leading here as far as it can. */
    String path(Endpoint endpoint) {
        String path = fill(endpoint);
        boolean asks = endpoint.parameters("query").stream()
                .anyMatch(parameter -> parameter.getString("name").equals("gallery"));
        return (asks ? path + "?gallery=" + gallery : path).replaceAll("\\{[^}]+}", "999999999999");
    }

    private String fill(Endpoint endpoint) {
        boolean deletes = endpoint.method().equals("DELETE");
        return endpoint.path()
                .replace("{gallery}", gallery)
                .replace("{person}", String.valueOf(persons.get(deletes ? 3 : 0)))
                .replace("{face}", String.valueOf(faces.get(deletes ? 2 : 0)))
                .replace("{camera}", cameras.get(deletes ? 1 : 0))
                .replace("{change}", String.valueOf(change));
    }

    /** The example of a body, naming what is here. */
    JsonObject body(String example) {
        JsonObject given = Endpoint.parse(example);
        var body = Json.createObjectBuilder(given);
        given.keySet().stream().filter(NAMED::contains).forEach(name -> body.add(name, named(name)));
        return body.build();
    }

    private JsonValue named(String name) {
        return switch (name) {
            case "gallery" -> Json.createValue(gallery);
            case "others" -> Json.createArrayBuilder().add(persons.get(1)).build();
            case "faces" -> Json.createArrayBuilder().add(faces.get(0)).build();
            case "face_id" -> Json.createValue(faces.get(0));
            default -> Json.createValue(persons.get(0));
        };
    }
}
