package org.semblance.ear;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** The job that enrolls a folder of people, through the API. */
@ArquillianTest
@RunAsClient
class JobsIT {
    private static final int PATIENCE = 120;

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
    void enrolls_a_folder_and_says_what_it_refused() throws Exception {
        admin.post("/api/v1/galleries", "{\"name\": \"job-folder\", \"title\": \"x\"}");
        List<String> people = DemoPeople.names().subList(0, 3);
        Path folder = folder("party", people);
        Files.copy(TestServer.demo().resolve("no-face/landscape-1.jpg"), folder.resolve(people.get(0) + "/zz.jpg"));

        JsonObject done = run("job-folder", "party");

        assertThat(done.getString("state")).isEqualTo("completed");
        assertThat(done.getJsonObject("progress").getInt("total")).isEqualTo(7);
        assertThat(done.getJsonObject("progress").getInt("done")).isEqualTo(7);
        assertThat(done.getJsonObject("progress").getInt("failed")).isEqualTo(1);
        JsonObject failure = admin.get("/api/v1/jobs/" + done.getInt("id") + "/failures")
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(failure.getString("item")).isEqualTo(people.get(0) + "/zz.jpg");
        assertThat(failure.getString("code")).isEqualTo("no-face");
        assertThat(gallery("job-folder").getInt("persons")).isEqualTo(3);
        assertThat(gallery("job-folder").getInt("faces")).isEqualTo(6);
    }

    @Test
    void running_it_again_enrolls_nothing_twice() throws Exception {
        admin.post("/api/v1/galleries", "{\"name\": \"job-twice\", \"title\": \"x\"}");
        folder("twice", DemoPeople.names().subList(3, 5));

        run("job-twice", "twice");
        run("job-twice", "twice");

        assertThat(gallery("job-twice").getInt("persons")).isEqualTo(2);
        assertThat(gallery("job-twice").getInt("faces")).isEqualTo(4);
    }

    @Test
    void refuses_a_folder_outside_of_the_import_directory() {
        admin.post("/api/v1/galleries", "{\"name\": \"job-outside\", \"title\": \"x\"}");

        Answer answer = start("job-outside", "../secrets");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("code")).isEqualTo("invalid-input");
    }

    @Test
    void refuses_an_unknown_job_and_a_missing_gallery() {
        assertThat(admin.post("/api/v1/jobs", "{\"job\": \"none\", \"parameters\": {}}")
                        .json()
                        .getString("code"))
                .isEqualTo("job-unknown");
        assertThat(start("job-nowhere", "party").json().getString("code")).isEqualTo("gallery-not-found");
    }

    private Path folder(String name, List<String> people) throws IOException {
        Path folder = TestServer.get().data().resolve("import").resolve(name);
        for (String person : people) {
            Path target = Files.createDirectories(folder.resolve(person));
            for (int i = 1; i <= 2; i++) {
                Files.copy(DemoPeople.picture(person, i), target.resolve(i + ".jpg"));
            }
        }
        return folder;
    }

    private Answer start(String gallery, String folder) {
        return admin.post(
                "/api/v1/jobs",
                "{\"job\": \"enroll-persons\", \"parameters\": {\"gallery\": \"%s\", \"folder\": \"%s\"}}"
                        .formatted(gallery, folder));
    }

    private JsonObject run(String gallery, String folder) throws InterruptedException {
        Answer started = start(gallery, folder);
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        long id = started.json().getJsonNumber("id").longValue();
        for (int i = 0; i < 4 * PATIENCE; i++) {
            JsonObject status = admin.get("/api/v1/jobs/" + id).json();
            if (status.containsKey("ended_at")) {
                return status;
            }
            Thread.sleep(250);
        }
        throw new AssertionError("The job run " + id + " has not ended within " + PATIENCE + " s");
    }

    private JsonObject gallery(String name) {
        return admin.get("/api/v1/galleries/" + name).json();
    }
}
