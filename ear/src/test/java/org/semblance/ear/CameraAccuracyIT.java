package org.semblance.ear;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** Whom a camera takes for whom, by the rules that a gallery of staff and a camera come with. */
@ArquillianTest
@RunAsClient
class CameraAccuracyIT {
    private static final String FRAMES = "/api/v1/cameras/accuracy/frames";
    private static final int ENROLLED_PICTURES = 3;

    private ApiClient admin;

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @BeforeEach
    void sign_in() {
        admin = ApiClient.administrator();
    }

    @Test
    void nobody_is_taken_for_somebody_else() {
        List<String> people = DemoPeople.names();
        List<String> staff = people.subList(0, people.size() / 2);
        ok(admin.post("/api/v1/galleries", "{\"name\": \"accuracy\", \"kind\": \"staff\"}"), 201);
        ok(
                admin.post(
                        "/api/v1/cameras",
                        "{\"name\": \"accuracy\", \"gallery\": \"accuracy\", \"sighting_seconds\": 0}"),
                201);
        staff.forEach(this::enroll);

        List<String> mistaken = new ArrayList<>();
        int known = 0;
        int found = 0;
        for (String name : people) {
            boolean isStaff = staff.contains(name);
            for (int picture = isStaff ? ENROLLED_PICTURES + 1 : 1; exists(name, picture); picture++) {
                String taken = takenFor(name, picture);
                known += isStaff ? 1 : 0;
                found += isStaff && taken.equals(name) ? 1 : 0;
                if (!taken.isEmpty() && !(isStaff && taken.equals(name))) {
                    mistaken.add(name + " " + picture + " as " + taken);
                }
            }
        }

        assertThat(mistaken).isEmpty();
        assertThat(found).as("of " + known + " pictures of staff").isGreaterThan(known / 2);
    }

    private void enroll(String name) {
        int person = ok(
                        admin.post("/api/v1/persons", "{\"gallery\": \"accuracy\", \"name\": \"%s\"}".formatted(name)),
                        201)
                .json()
                .getInt("id");
        for (int picture = 1; picture <= ENROLLED_PICTURES; picture++) {
            String faces = "/api/v1/persons/" + person + "/faces";
            ok(admin.upload(faces, DemoPeople.picture(name, picture), Map.of()), 201);
        }
    }

    private static boolean exists(String name, int picture) {
        return Files.exists(DemoPeople.picture(name, picture));
    }

    /** The name that the camera puts to the face, empty where it puts none. */
    private String takenFor(String name, int picture) {
        JsonObject frame = ok(admin.upload(FRAMES, DemoPeople.picture(name, picture), Map.of()), 200)
                .json();
        return frame.getJsonArray("faces").getValuesAs(JsonObject.class).stream()
                .filter(face -> face.getString("outcome").equals("matched"))
                .map(face -> face.getString("name"))
                .findFirst()
                .orElse("");
    }

    private static Answer ok(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer;
    }
}
