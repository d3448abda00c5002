package org.semblance.ear;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** Users claim persons, a job finds out who looks like whom, and each sees their own list; figures come by a job, too. */
@ArquillianTest
@RunAsClient
class SimilaritiesIT {
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
    void users_see_who_looks_like_them_once_the_job_has_run() throws Exception {
        admin.post("/api/v1/galleries", "{\"name\": \"alike\", \"title\": \"x\"}");
        ApiClient ada = TestUsers.withRole("member");
        String adaId = id(ada);
        String bob = id(TestUsers.withRole("member"));
        String eve = id(TestUsers.withRole("member"));
        List<String> people = DemoPeople.names();
        claim(people.get(0), 1, adaId);
        claim(people.get(0), 2, bob);
        claim(people.get(1), 1, eve);

        JsonObject done = run("precompute-similarities", "{}");

        assertThat(done.getString("state")).as(done.toString()).isEqualTo("completed");
        JsonArray similar =
                ada.get("/api/v1/users/" + adaId + "/similar").json().getJsonArray("items");
        assertThat(similar.getJsonObject(0).getString("user_id")).isEqualTo(bob);
        assertThat(similar.getJsonObject(0).getInt("rank")).isEqualTo(1);
        assertThat(similar.getValuesAs(JsonObject.class))
                .extracting(other -> other.getString("user_id"))
                .contains(eve)
                .doesNotContain(adaId);
        Answer first = ada.get("/api/v1/users/" + adaId + "/similar?limit=1");
        assertThat(first.json().getInt("next")).isEqualTo(1);

        assertThat(ada.get("/api/v1/users/" + bob + "/similar").status()).isEqualTo(404);
        assertThat(admin.get("/api/v1/users/" + bob + "/similar").status()).isEqualTo(200);
        assertThat(admin.get("/api/v1/users/" + UUID.randomUUID() + "/similar").status())
                .isEqualTo(404);
        assertThat(ada.get("/api/v1/users/" + adaId + "/similar?limit=0").status())
                .isEqualTo(400);
        assertThat(ApiClient.anonymous()
                        .get("/api/v1/users/" + adaId + "/similar")
                        .status())
                .isEqualTo(401);
        assertThat(start("precompute-similarities", "{\"top\": \"0\"}").status())
                .isEqualTo(400);
    }

    @Test
    void figures_of_a_list_are_imported_and_brought_up_to_date() throws Exception {
        admin.post("/api/v1/galleries", "{\"name\": \"figures\", \"title\": \"x\", \"kind\": \"public-figures\"}");
        admin.post("/api/v1/galleries", "{\"name\": \"figures-none\", \"title\": \"x\", \"kind\": \"staff\"}");
        Path folder = Files.createDirectories(TestServer.get().data().resolve("import/figures"));
        Files.copy(DemoPeople.picture(DemoPeople.names().get(2), 1), folder.resolve("one.jpg"));
        Files.copy(TestServer.demo().resolve("no-face/landscape-1.jpg"), folder.resolve("none.jpg"));
        list(folder, "one.jpg,Ada Lovelace,mathematician", "none.jpg,Nobody,none");

        JsonObject first = figures();
        assertThat(first.getString("state")).as(first.toString()).isEqualTo("completed");
        assertThat(first.getJsonObject("progress").getInt("failed")).isEqualTo(1);
        list(folder, "one.jpg,Ada Lovelace,programmer", "none.jpg,Nobody,none");
        figures();

        JsonArray persons = admin.get("/api/v1/persons?gallery=figures").json().getJsonArray("items");
        assertThat(persons).hasSize(1);
        JsonObject ada = persons.getJsonObject(0);
        assertThat(ada.getBoolean("public_figure")).isTrue();
        assertThat(ada.getInt("faces")).isEqualTo(1);
        assertThat(ada.getJsonObject("metadata").getString("profession")).isEqualTo("programmer");
        assertThat(start("import-public-figures", "{\"gallery\": \"figures-none\", \"source\": \"figures/list.csv\"}")
                        .status())
                .isEqualTo(400);
    }

    private static void list(Path folder, String... lines) throws IOException {
        Files.writeString(folder.resolve("list.csv"), "file,name,profession\n" + String.join("\n", lines) + "\n");
    }

    private JsonObject figures() throws InterruptedException {
        return run("import-public-figures", "{\"gallery\": \"figures\", \"source\": \"figures/list.csv\"}");
    }

    private static String id(ApiClient user) {
        return user.get("/api/v1/auth/me").json().getString("id");
    }

    private void claim(String name, int picture, String user) {
        Answer person = admin.post(
                "/api/v1/persons", "{\"gallery\": \"alike\", \"name\": \"x\", \"user_id\": \"%s\"}".formatted(user));
        assertThat(person.status()).as(person.body()).isEqualTo(201);
        Answer face = admin.upload(
                "/api/v1/persons/" + person.json().getJsonNumber("id") + "/faces",
                DemoPeople.picture(name, picture),
                Map.of());
        assertThat(face.status()).as(face.body()).isEqualTo(201);
    }

    private Answer start(String job, String parameters) {
        return admin.post("/api/v1/jobs", "{\"job\": \"%s\", \"parameters\": %s}".formatted(job, parameters));
    }

    private JsonObject run(String job, String parameters) throws InterruptedException {
        Answer started = start(job, parameters);
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
}
