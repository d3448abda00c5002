package org.semblance.ear;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.semblance.ear.Problems.assertProblem;

/** Model packs installed, chosen and removed through the API, while people go on being recognised. */
@ArquillianTest
@RunAsClient
class ModelsIT {
    private static final int PATIENCE = 120;
    private static final String PACKS = "/api/v1/models/packs";
    private static final String ACTIVATION = "/api/v1/models/activation";

    private ApiClient admin;

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @BeforeEach
    void sign_in() {
        admin = ApiClient.administrator();
    }

    /** Other tests rely on the pack that is configured. */
    @AfterEach
    void go_back_to_the_starter_pack() throws Exception {
        if (!state("starter").equals("active")) {
            activate("{\"pack\": \"starter\", \"allow_skipped\": true}", "active");
        }
        for (String pack : new String[] {"second", "third", "restricted"}) {
            admin.delete(PACKS + "/" + pack);
        }
    }

    @Test
    void lists_what_is_installed_and_what_can_be() {
        assertThat(state("starter")).isEqualTo("active");
        assertThat(admin.get(PACKS + "/starter").json().getJsonObject("licence").getBoolean("restricted"))
                .isFalse();
        assertThat(admin.get("/api/v1/models/catalogue").json().getJsonArray("items"))
                .extracting(item -> ((JsonObject) item).getString("name"))
                .contains("buffalo-l", "yunet-sface");
        assertThat(admin.post(PACKS + "/starter/verification", "").status()).isEqualTo(200);
        assertProblem(admin.get(PACKS + "/absent"), 404, "model-pack-not-found");
    }

    @Test
    void another_embedder_takes_over_once_it_has_embedded_every_face() throws Exception {
        enrolled("models-switch", DemoPeople.names().get(0));
        assertThat(upload("second", "").status()).isEqualTo(201);

        JsonObject active = activate("{\"pack\": \"second\"}", "active");

        assertThat(active.getString("model")).startsWith("second/");
        assertThat(active.getInt("left")).isZero();
        assertThat(active.containsKey("job")).isTrue();
        awaitModel("models-switch", "second/");
        assertThat(state("second")).isEqualTo("active");
        assertProblem(admin.delete(PACKS + "/second"), 409, "model-pack-in-use");

        activate("{\"pack\": \"starter\"}", "active");
        awaitModel("models-switch", "starter/");
        assertThat(admin.delete(PACKS + "/second").status()).isEqualTo(204);
        assertThat(count("SELECT count(*) FROM model WHERE name LIKE 'second/%'"))
                .isZero();
        assertThat(count("SELECT count(*) FROM audit_entry WHERE subject_type = 'model-pack' AND subject_id = 'second'"
                        + " AND action IN ('model-pack.installed', 'model-pack.activated', 'model-pack.removed')"))
                .isEqualTo(3);
    }

    @Test
    void a_face_that_cannot_be_embedded_again_is_not_lost_silently() throws Exception {
        long person = enrolled("models-skip", DemoPeople.names().get(1));
        enrolled("models-skip", DemoPeople.names().get(2));
        deleteFiles(TestServer.get().data().resolve("images/images/users/" + person + "/aligned"));
        upload("third", "");

        JsonObject failed = activate("{\"pack\": \"third\"}", "failed");
        assertThat(failed.getString("problem"))
                .contains("1 faces cannot be embedded again")
                .contains("allow_skipped");
        assertThat(state("starter")).isEqualTo("active");
        assertThat(admin.get("/api/v1/jobs/" + failed.getInt("job") + "/failures")
                        .body())
                .contains("image-not-found");

        JsonObject active = activate("{\"pack\": \"third\", \"allow_skipped\": true}", "active");
        assertThat(active.getInt("skipped")).isEqualTo(1);
        awaitModel("models-skip", "third/");
        admin.delete("/api/v1/galleries/models-skip");
    }

    @Test
    void a_restricted_licence_is_accepted_by_somebody_or_not_at_all() throws Exception {
        String restriction = "licence-restricted: true\n";

        assertProblem(upload("restricted", restriction), 409, "licence-not-accepted");
        Answer accepted = send(PACKS + "?accept_licence=true", archive("restricted", restriction));

        assertThat(accepted.status()).as(accepted.body()).isEqualTo(201);
        assertThat(accepted.json().getJsonObject("licence").getString("accepted_by"))
                .isEqualTo("admin");
    }

    @Test
    void a_damaged_archive_is_refused_and_leaves_nothing() throws Exception {
        byte[] archive = archive("second", "");
        archive[archive.length / 2] ^= 1;

        assertThat(send(PACKS, archive).status()).isEqualTo(422);
        assertProblem(send(PACKS, new byte[] {1, 2, 3}), 422, "model-pack-invalid");
        assertProblem(admin.get(PACKS + "/second"), 404, "model-pack-not-found");
    }

    @Test
    void nothing_is_fetched_from_the_servers_own_network() throws Exception {
        Answer started = admin.post(PACKS, "{\"source\": \"https://127.0.0.1:1/pack.zip\"}");

        assertThat(started.status()).as(started.body()).isEqualTo(202);
        JsonObject job =
                await(started.response().headers().firstValue("Location").orElseThrow());
        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getString("message")).contains("from where nothing is fetched");
        assertProblem(admin.post(PACKS, "{\"source\": \"antelope\"}"), 404, "catalogue-pack-not-found");
        assertProblem(admin.post(PACKS, "{\"source\": \"buffalo-l\"}"), 409, "licence-not-accepted");
        assertProblem(
                admin.post("/api/v1/jobs", "{\"job\": \"install-model-pack\", \"parameters\": {}}"),
                400,
                "job-unknown");
    }

    private JsonObject activate(String body, String state) throws InterruptedException {
        Answer requested = admin.post(ACTIVATION, body);
        assertThat(requested.status()).as(requested.body()).isEqualTo(202);
        for (int i = 0; i < 4 * PATIENCE; i++) {
            JsonObject activation = admin.get(ACTIVATION).json();
            if (activation.containsKey("ended_at")) {
                assertThat(activation.getString("state"))
                        .as(activation.toString())
                        .isEqualTo(state);
                return activation;
            }
            Thread.sleep(250);
        }
        throw new AssertionError("Nothing has come of " + body + " within " + PATIENCE + " s");
    }

    private JsonObject await(String job) throws InterruptedException {
        for (int i = 0; i < 4 * PATIENCE; i++) {
            JsonObject status = admin.get(URI.create(job).getPath()).json();
            if (status.containsKey("ended_at")) {
                return status;
            }
            Thread.sleep(250);
        }
        throw new AssertionError(job + " has not ended within " + PATIENCE + " s");
    }

    /** Every node takes the change over within seconds, and at no moment is the person not found. */
    private void awaitModel(String gallery, String prefix) throws InterruptedException {
        String name = DemoPeople.names().get(gallery.equals("models-skip") ? 2 : 0);
        for (int i = 0; i < 4 * PATIENCE; i++) {
            Answer found = admin.upload("/api/v1/search", DemoPeople.picture(name, 2), Map.of("gallery", gallery));
            assertThat(found.body()).contains("\"outcome\":\"matched\"");
            if (found.json().getString("model").startsWith(prefix)) {
                return;
            }
            Thread.sleep(250);
        }
        throw new AssertionError("Search does not use " + prefix);
    }

    private long enrolled(String gallery, String name) {
        admin.post("/api/v1/galleries", "{\"name\": \"%s\", \"title\": \"x\"}".formatted(gallery));
        String persons = "/api/v1/persons";
        long person = admin.post(persons, "{\"gallery\": \"%s\", \"name\": \"%s\"}".formatted(gallery, name))
                .json()
                .getJsonNumber("id")
                .longValue();
        Answer answer = admin.upload(persons + "/" + person + "/faces", DemoPeople.picture(name, 1), Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return person;
    }

    private String state(String pack) {
        return admin.get(PACKS + "/" + pack).json().getString("state");
    }

    private Answer upload(String name, String more) throws IOException {
        return send(PACKS, archive(name, more));
    }

    private Answer send(String path, byte[] archive) {
        return admin.send(admin.request(path)
                .header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofByteArray(archive)));
    }

    /** The starter pack under another name, which makes its embedder another model. */
    private static byte[] archive(String name, String more) throws IOException {
        Path starter = TestServer.models().resolve("starter");
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String file : new String[] {"pack.yaml", "detector.onnx", "embedder.onnx"}) {
                zip.putNextEntry(new ZipEntry(file));
                byte[] content = Files.readAllBytes(starter.resolve(file));
                zip.write(file.equals("pack.yaml") ? renamed(content, name, more) : content);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] renamed(byte[] manifest, String name, String more) {
        String text = new String(manifest, StandardCharsets.UTF_8);
        return (text.replace("name: starter", "name: " + name) + more).getBytes(StandardCharsets.UTF_8);
    }

    private static void deleteFiles(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static long count(String query) throws SQLException {
        try (var connection = TestServer.get().database().superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET search_path = semblance, public");
            try (var rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
