package org.semblance.ear;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** A server is killed in the middle of its work: the other one ends it, with the result of an undisturbed run. */
class JobDeathIT {
    private static final int PATIENCE = 180;
    private static final int PERSONS = 12;
    private static final int PICTURES = 5;
    private static final int DEATHS_WHILE_ENROLLING = 5;

    private static final String ENROLLED = """
            SELECT person.external_id || ' ' || encode(image.sha256, 'hex') || ' ' || count(embedding.face_id)
              FROM semblance.person
              JOIN semblance.face ON face.person_id = person.id
              JOIN semblance.image ON image.id = face.image_id
              LEFT JOIN semblance.embedding ON embedding.face_id = face.id
             WHERE person.gallery_id = (SELECT id FROM semblance.gallery WHERE name = '%s')
             GROUP BY person.external_id, image.sha256, face.id ORDER BY 1
            """;

    private static Nodes nodes;

    private final Random random = new Random();
    private @Nullable Node survivor;

    @BeforeAll
    static void start() throws Exception {
        nodes = new Nodes();
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @Test
    void killed_servers_lose_no_work_and_do_none_twice() throws Exception {
        pictures("people");
        gallery("calm");
        await(start("enroll-persons", "{\"gallery\": \"calm\", \"folder\": \"people\"}"), "completed");
        List<String> undisturbed = rows(ENROLLED.formatted("calm"));
        assertThat(undisturbed).hasSize(PERSONS * PICTURES);

        for (int i = 0; i < DEATHS_WHILE_ENROLLING; i++) {
            String gallery = "storm-" + i;
            gallery(gallery);
            long run = start("enroll-persons", "{\"gallery\": \"%s\", \"folder\": \"people\"}".formatted(gallery));
            dieDuring(run);

            JsonObject done = await(run, "completed");

            assertThat(rows(ENROLLED.formatted(gallery))).as(gallery).isEqualTo(undisturbed);
            assertThat(done.getJsonObject("progress").getInt("done"))
                    .as(done.toString())
                    .isEqualTo(PERSONS * PICTURES + 1);
            assertThat(done.getJsonObject("progress").getInt("failed")).isEqualTo(1);
            assertThat(done.getInt("attempt")).isGreaterThan(1);
            awaitAll();
        }
        assertNoPictureIsLostOrLeft();
        embedsAllFacesAgain();
        for (Node node : nodes.all()) {
            assertThat(node.troubles()).as(node.name()).isEmpty();
        }
    }

    /** In the same server, after the same deaths: every face has the embedding that its picture gives. */
    private void embedsAllFacesAgain() throws Exception {
        Answer sent = client().send(client().request("/api/v1/models/packs")
                .header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofByteArray(pack("second"))));
        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        assertThat(client().post("/api/v1/models/activation", "{\"pack\": \"second\"}")
                        .status())
                .isEqualTo(202);
        long run = awaitActivation();
        dieDuring(run);
        await(run, "completed");
        awaitAll();

        assertThat(rows("SELECT count(*) FROM semblance.face WHERE NOT EXISTS (SELECT FROM semblance.embedding"
                        + " JOIN semblance.model ON model.id = embedding.model_id"
                        + " WHERE embedding.face_id = face.id AND model.name LIKE 'second/%')"))
                .containsExactly("0");
        assertThat(rows("SELECT count(*) FROM (SELECT image.sha256 FROM semblance.embedding"
                        + " JOIN semblance.model ON model.id = embedding.model_id AND model.name LIKE 'second/%'"
                        + " JOIN semblance.face ON face.id = embedding.face_id"
                        + " JOIN semblance.image ON image.id = face.image_id"
                        + " GROUP BY image.sha256 HAVING count(DISTINCT embedding.vector::text) > 1) AS different"))
                .containsExactly("0");
    }

    private void dieDuring(long run) throws Exception {
        String name = awaitNode(run);
        Thread.sleep(200 + random.nextInt(1500));
        Node dying = nodes.node(name);
        dying.kill();
        survivor = nodes.otherThan(name);
        dying.startAgain();
    }

    private ApiClient client() {
        Node alive = survivor;
        return ApiClient.administrator((alive == null ? nodes.node("one") : alive).url());
    }

    private void awaitAll() throws InterruptedException {
        for (Node node : nodes.all()) {
            node.awaitReady();
        }
    }

    private String awaitNode(long run) throws InterruptedException {
        ApiClient client = client();
        for (int i = 0; i < 20 * PATIENCE; i++) {
            JsonObject status = client.get("/api/v1/jobs/" + run).json();
            if (status.containsKey("node") && status.getJsonObject("progress").containsKey("total")) {
                return status.getString("node");
            }
            assertThat(status.getString("state")).as(status.toString()).isIn("queued", "running");
            Thread.sleep(50);
        }
        throw new AssertionError("Nobody takes run " + run);
    }

    private long awaitActivation() throws InterruptedException {
        for (int i = 0; i < 5 * PATIENCE; i++) {
            JsonObject activation = client().get("/api/v1/models/activation").json();
            if (activation.containsKey("job")) {
                return activation.getInt("job");
            }
            Thread.sleep(200);
        }
        throw new AssertionError("No job embeds the faces again");
    }

    private JsonObject await(long run, String state) throws InterruptedException {
        ApiClient client = client();
        for (int i = 0; i < 5 * PATIENCE; i++) {
            JsonObject status = client.get("/api/v1/jobs/" + run).json();
            if (status.containsKey("ended_at")) {
                assertThat(status.getString("state")).as(status.toString()).isEqualTo(state);
                return status;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("Run " + run + " does not end: "
                + client.get("/api/v1/jobs/" + run + "/log").body());
    }

    private long start(String job, String parameters) {
        Answer started =
                client().post("/api/v1/jobs", "{\"job\": \"%s\", \"parameters\": %s}".formatted(job, parameters));
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        return started.json().getInt("id");
    }

    private void gallery(String name) {
        assertThat(client().post("/api/v1/galleries", "{\"name\": \"%s\", \"title\": \"x\"}".formatted(name))
                        .status())
                .isEqualTo(201);
    }

    /** Some pictures of each of some persons, and one without a face. */
    private static void pictures(String folder) throws IOException {
        for (String person : DemoPeople.names().subList(0, PERSONS)) {
            Path directory =
                    Files.createDirectories(nodes.imports().resolve(folder).resolve(person));
            for (int i = 0; i < PICTURES; i++) {
                Files.write(directory.resolve(i + ".jpg"), Nodes.variant(DemoPeople.picture(person, 1 + i % 2), i));
            }
        }
        Files.copy(
                TestServer.demo().resolve("no-face/landscape-1.jpg"),
                nodes.imports().resolve(folder).resolve(DemoPeople.names().get(3) + "/zz.jpg"));
    }

    /** Every row has its file; a file without a row is known to the intent that its death left, to be swept. */
    private static void assertNoPictureIsLostOrLeft() throws Exception {
        var known = new TreeSet<>(rows("SELECT key FROM semblance.image"));
        var intended = rows("SELECT key FROM semblance.image_intent");
        Set<String> files = new TreeSet<>();
        try (var paths = Files.walk(nodes.images())) {
            paths.filter(Files::isRegularFile)
                    .map(path -> nodes.images().relativize(path).toString())
                    .map(JobDeathIT::key)
                    .forEach(files::add);
        }
        assertThat(files).containsAll(known);
        files.removeAll(known);
        intended.forEach(files::remove);
        assertThat(files).isEmpty();
    }

    /** The key of a file, also of one that was only half written: it goes with the intent to write its image. */
    private static String key(String file) {
        return file.replaceFirst("/\\.([^/]+)\\.tmp$", "/$1");
    }

    private static byte[] pack(String name) throws IOException {
        Path starter = nodes.models().resolve("starter");
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String file : List.of("pack.yaml", "detector.onnx", "embedder.onnx")) {
                zip.putNextEntry(new ZipEntry(file));
                byte[] content = Files.readAllBytes(starter.resolve(file));
                zip.write(
                        file.equals("pack.yaml")
                                ? new String(content, StandardCharsets.UTF_8)
                                        .replace("name: starter", "name: " + name)
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
        return bytes.toByteArray();
    }

    private static List<String> rows(String query) throws SQLException {
        try (var connection = nodes.database().superuser().getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }
}
