package org.semblance.ear;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** Persons and pictures that come in and go out as files, through the API. */
@ArquillianTest
@RunAsClient
class TransferIT {
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
    void enrolls_a_zip_that_was_sent_in_pieces_and_retries_just_what_was_refused() throws Exception {
        admin.post("/api/v1/galleries", "{\"name\": \"zip-in\", \"title\": \"x\"}");
        List<String> people = DemoPeople.names().subList(0, 3);
        byte[] zip = zip(people);
        byte[] first = java.util.Arrays.copyOf(zip, zip.length / 2);
        byte[] second = java.util.Arrays.copyOfRange(zip, zip.length / 2, zip.length);

        assertThat(send("people.zip", 0, first).status()).isEqualTo(201);
        assertThat(send("people.zip", 0, first).json().getString("code")).isEqualTo("upload-conflict");
        Answer whole = send("people.zip", first.length, second);
        JsonObject done =
                run("enroll-persons", Map.of("gallery", "zip-in", "folder", "uploads/people.zip", "parts", "2"));

        assertThat(whole.json().getString("folder")).isEqualTo("uploads/people.zip");
        assertThat(whole.json().getInt("bytes")).isEqualTo(zip.length);
        assertThat(done.getString("state")).isEqualTo("completed");
        JsonObject counts = done.getJsonObject("counts");
        assertThat(counts.getInt("persons-created")).isEqualTo(3);
        assertThat(counts.getInt("faces-enrolled")).isEqualTo(6);
        assertThat(counts.getInt("refused.item-path-unsafe")).isEqualTo(1);
        assertThat(counts.getInt("refused.item-nested-archive")).isEqualTo(1);
        assertThat(counts.getInt("refused.image-type-unsupported")).isEqualTo(1);

        Answer retried = admin.post("/api/v1/jobs/" + done.getInt("id") + "/failures/retry", "{}");
        JsonObject again = await(retried);
        assertThat(again.getJsonObject("progress").getInt("total")).isEqualTo(3);
        assertThat(again.getJsonObject("progress").getInt("failed")).isEqualTo(3);

        assertThat(admin.get("/api/v1/imports").body()).contains("people.zip");
        assertThat(admin.delete("/api/v1/imports/people.zip").status()).isEqualTo(204);
        assertThat(admin.delete("/api/v1/imports/people.zip").status()).isEqualTo(404);
    }

    @Test
    void refuses_files_that_no_job_could_read() {
        assertThat(send("evil.exe", 0, new byte[1]).status()).isEqualTo(400);
        assertThat(send("large.zip", 0, new byte[TestServer.MAX_UPLOAD + 1]).status())
                .isEqualTo(413);
        assertThat(send("bad.zip", 0, "no zip".getBytes(StandardCharsets.UTF_8)).status())
                .isEqualTo(201);
        admin.post("/api/v1/galleries", "{\"name\": \"zip-bad\", \"title\": \"x\"}");

        Answer answer = start("enroll-persons", Map.of("gallery", "zip-bad", "folder", "uploads/bad.zip"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().getString("code")).isEqualTo("archive-refused");
    }

    @Test
    void a_gallery_goes_out_and_comes_in_again_under_another_name() throws Exception {
        admin.post("/api/v1/galleries", "{\"name\": \"going-out\", \"title\": \"Going out\"}");
        folder("going-out", DemoPeople.names().subList(3, 6));
        run("enroll-persons", Map.of("gallery", "going-out", "folder", "going-out"));

        JsonObject out = run("export-gallery", Map.of("gallery", "going-out"));
        String name = "going-out-" + out.getInt("id") + ".zip";
        assertThat(admin.get("/api/v1/exports").body()).contains(name);
        Answer file = admin.get("/api/v1/exports/" + name);
        assertThat(file.status()).isEqualTo(200);
        assertThat(send(name, 0, file.response().body()).status()).isEqualTo(201);
        JsonObject in = run("import-gallery", Map.of("gallery", "coming-in", "file", "uploads/" + name));

        assertThat(in.getString("state")).isEqualTo("completed");
        assertThat(in.getJsonObject("counts").getInt("faces-enrolled")).isEqualTo(6);
        JsonObject gallery = admin.get("/api/v1/galleries/coming-in").json();
        assertThat(gallery.getInt("persons")).isEqualTo(3);
        assertThat(gallery.getInt("faces")).isEqualTo(6);
        assertThat(start("import-gallery", Map.of("gallery", "coming-in", "file", "uploads/" + name))
                        .json()
                        .getString("code"))
                .isEqualTo("archive-refused");
        String restart = "/api/v1/jobs/" + out.getInt("id") + "/restart";
        assertThat(keeperOfJobs().post(restart, "").json().getString("code")).isEqualTo("job-permission-missing");
        assertThat(admin.post(restart, "").status()).isEqualTo(409);
        assertThat(admin.delete("/api/v1/exports/" + name).status()).isEqualTo(204);
        assertThat(admin.delete("/api/v1/exports/" + name).status()).isEqualTo(404);
        assertThat(admin.get("/api/v1/exports/" + name).json().getString("code"))
                .isEqualTo("file-not-found");
    }

    /** May start and restart jobs, but carry no gallery away. */
    private ApiClient keeperOfJobs() {
        Answer role = admin.post(
                "/api/v1/roles",
                "{\"name\": \"job-keeper\", \"description\": \"Jobs\", \"permissions\": [\"job:read\", \"job:manage\"]}");
        assertThat(role.status()).as(role.body()).isEqualTo(201);
        return TestUsers.withRole("job-keeper");
    }

    @Test
    void maintains_the_indexes_of_all_galleries() throws Exception {
        JsonObject done = run("index-maintenance", Map.of("rebuild", "never"));

        assertThat(done.getString("state")).isEqualTo("completed");
    }

    private static byte[] zip(List<String> people) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String person : people) {
                for (int i = 1; i <= 2; i++) {
                    put(zip, person + "/" + i + ".jpg", Files.readAllBytes(DemoPeople.picture(person, i)));
                }
            }
            put(zip, "../escape/1.jpg", new byte[10]);
            put(zip, people.get(0) + "/more.zip", new byte[10]);
            put(zip, people.get(0) + "/text.jpg", "no picture".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static void folder(String name, List<String> people) throws IOException {
        Path folder = TestServer.get().data().resolve("import").resolve(name);
        for (String person : people) {
            Path target = Files.createDirectories(folder.resolve(person));
            for (int i = 1; i <= 2; i++) {
                Files.copy(DemoPeople.picture(person, i), target.resolve(i + ".jpg"));
            }
        }
    }

    private Answer send(String name, long offset, byte[] piece) {
        return admin.send(admin.request("/api/v1/imports?name=" + name + "&offset=" + offset)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(piece)));
    }

    private Answer start(String job, Map<String, String> parameters) {
        var texts = Json.createObjectBuilder();
        new ArrayList<>(parameters.entrySet()).forEach(entry -> texts.add(entry.getKey(), entry.getValue()));
        return admin.post(
                "/api/v1/jobs",
                Json.createObjectBuilder()
                        .add("job", job)
                        .add("parameters", texts)
                        .build()
                        .toString());
    }

    private JsonObject run(String job, Map<String, String> parameters) throws InterruptedException {
        return await(start(job, parameters));
    }

    private JsonObject await(Answer started) throws InterruptedException {
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
