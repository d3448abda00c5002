package org.semblance.ear;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/** What an organisation that has used the portal for a while would see in it: invented people in a gallery. */
final class Workplace {
    static final String GALLERY = "staff";

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
