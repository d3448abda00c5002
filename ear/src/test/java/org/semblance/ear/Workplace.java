package org.semblance.ear;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.semblance.ear.ApiClient.Answer;

/** What an organisation that has used the portal for a while would see in it: invented people in a gallery. */
final class Workplace {
    static final String GALLERY = "staff";
    static final String CAMERA = "main-entrance";

    private static final int PERSONS = 12;
    private static final int PICTURES = 3;

    private Workplace() {}

    /** Makes what is not there yet. */
    static void furnish() {
        ApiClient admin = ApiClient.administrator();
        int status = admin.post("/api/v1/galleries", "{\"name\": \"%s\", \"title\": \"Staff\"}".formatted(GALLERY))
                .status();
        if (status != 201) {
            return;
        }
        List<String> names = DemoPeople.names();
        for (String name : names.subList(0, Math.min(PERSONS, names.size()))) {
            enroll(admin, name);
        }
        watch(admin, names);
    }

    /** A door with its camera, rules and calendar; some whom the camera knows, some whom it does not, one who came back. */
    private static void watch(ApiClient admin, List<String> names) {
        admin.post("/api/v1/cameras", """
                {"name": "%s", "title": "Main entrance", "location": "Ground floor", "gallery": "%s", "sighting_seconds": 0}
                """.formatted(CAMERA, GALLERY));
        admin.post("/api/v1/cameras", """
                {"name": "car-park", "title": "Car park", "location": "Level -1", "gallery": "%s"}
                """.formatted(GALLERY));
        admin.post("/api/v1/doors", """
                {"name": "main", "title": "Main entrance", "zone": "Europe/Berlin", "cameras": ["%s"]}
                """.formatted(CAMERA));
        int days = admin.post("/api/v1/access-calendars", """
                {"title": "Closed", "days": ["yearly 12-24..01-01", "2027-03-26"]}
                """).json().getInt("id");
        admin.post("/api/v1/access-rules", """
                {"title": "Office hours", "effect": "allow", "whom": "everybody", "doors": ["main"],
                 "hours": ["mon-fri 07:00-19:00"],
                 "calendar": %d, "calendar_use": "never"}
                """.formatted(days));
        for (int seen : new int[] {0, 1, PERSONS, 2, PERSONS + 1, PERSONS, 3, PERSONS + 2}) {
            String frames = "/api/v1/cameras/" + CAMERA + "/frames";
            admin.upload(frames, DemoPeople.picture(names.get(seen % names.size()), PICTURES), Map.of());
        }
    }

    /** What colleagues have been busy with, for the pictures: people, programs, runs of jobs, a hold and a farewell. */
    static void employ() {
        ApiClient admin = ApiClient.administrator();
        int status =
                admin.post("/api/v1/departments", "{\"name\": \"Security\"}").status();
        if (status != 201) {
            return;
        }
        for (String user : List.of(
                "\"bea\", \"display_name\": \"Bea Lindner\", \"roles\": [{\"role\": \"security-operator\"}]",
                "\"carl\", \"display_name\": \"Carl Amber\", \"roles\": [{\"role\": \"enroller\", \"gallery\": \"staff\"}]")) {
            made(admin, "/api/v1/users", "{\"username\": " + user + "}");
        }
        made(admin, "/api/v1/api-keys", "{\"name\": \"Door controller\", \"permissions\": [\"search:run\"]}");
        made(admin, "/api/v1/api-keys", "{\"name\": \"Photo import\", \"permissions\": [\"person:enroll\"]}");
        made(admin, "/api/v1/webhooks", """
                {"name": "Door controller", "url": "http://127.0.0.1:9/semblance", "event_types": ["person.merged"]}
                """);
        for (String job : List.of("verify-audit", "index-maintenance", "retention-purge")) {
            admin.post("/api/v1/jobs", "{\"job\": \"%s\", \"parameters\": {}}".formatted(job));
        }
        admin.delete("/api/v1/persons/" + person(admin, "Ines Former"));
        long held = person(admin, "Jon Lasting");
        made(admin, "/api/v1/persons/" + held + "/holds", "{\"reason\": \"Case 4711\"}");
    }

    private static long person(ApiClient admin, String name) {
        return made(admin, "/api/v1/persons", "{\"gallery\": \"%s\", \"name\": \"%s\"}".formatted(GALLERY, name))
                .getJsonNumber("id")
                .longValue();
    }

    private static JsonObject made(ApiClient admin, String path, String body) {
        Answer answer = admin.post(path, body);
        if (answer.status() != 201) {
            throw new AssertionError(path + ": " + answer.body());
        }
        return answer.json();
    }

    private static void enroll(ApiClient admin, String name) {
        JsonObject person = admin.post(
                        "/api/v1/persons",
                        "{\"gallery\": \"%s\", \"name\": \"%s\"}".formatted(GALLERY, name.replace('_', ' ')))
                .json();
        for (int picture = 1; picture <= PICTURES; picture++) {
            String faces = "/api/v1/persons/" + person.getJsonNumber("id") + "/faces";
            admin.upload(faces, DemoPeople.picture(name, picture), Map.of());
        }
    }
}
