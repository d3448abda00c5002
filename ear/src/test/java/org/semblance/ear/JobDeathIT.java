package org.semblance.ear;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** A server is killed in the middle of its work: the other one ends it, with the result of an undisturbed run. */
class JobDeathIT {
    private static final int PERSONS = 12;
    private static final int PICTURES = 5;
    private static final int DEATHS_WHILE_ENROLLING = 5;
    private static final int DEATHS_WHILE_PURGING = 4;
    private static final int MOST_TRIES = 25;
    private static final int OUTDATED = 20_000;
    private static final int LARGE_PICTURES = 36;

    private static final String ENROLLED = """
            SELECT person.external_id || ' ' || encode(image.sha256, 'hex') || ' ' || count(embedding.face_id)
              FROM semblance.person
              JOIN semblance.face ON face.person_id = person.id
              JOIN semblance.image ON image.id = face.image_id
              LEFT JOIN semblance.embedding ON embedding.face_id = face.id
             WHERE person.gallery_id = (SELECT id FROM semblance.gallery WHERE name = '%s')
             GROUP BY person.external_id, image.sha256, face.id ORDER BY 1
            """;

    private static DyingNodes servers;

    @BeforeAll
    static void start() throws Exception {
        servers = new DyingNodes();
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void killed_servers_lose_no_work_and_do_none_twice() throws Exception {
        pictures("people");
        gallery("calm");
        servers.await(servers.start("enroll-persons", "{\"gallery\": \"calm\", \"folder\": \"people\"}"), "completed");
        List<String> undisturbed = servers.rows(ENROLLED.formatted("calm"));
        assertThat(undisturbed).hasSize(PERSONS * PICTURES);

        int deaths = 0;
        for (int i = 0; deaths < DEATHS_WHILE_ENROLLING; i++) {
            assertThat(i).as("tries to kill an enrolment before it is done").isLessThan(MOST_TRIES);
            String gallery = "storm-" + i;
            gallery(gallery);
            long run =
                    servers.start("enroll-persons", "{\"gallery\": \"%s\", \"folder\": \"people\"}".formatted(gallery));
            servers.dieDuring(run, 1000);

            JsonObject done = servers.await(run, "completed");

            assertThat(servers.rows(ENROLLED.formatted(gallery))).as(gallery).isEqualTo(undisturbed);
            assertThat(done.getJsonObject("progress").getInt("done"))
                    .as(done.toString())
                    .isEqualTo(PERSONS * PICTURES + 1);
            assertThat(done.getJsonObject("progress").getInt("failed")).isEqualTo(1);
            deaths += done.getInt("attempt") > 1 ? 1 : 0;
            servers.awaitAll();
        }
        assertNoPictureIsLostOrLeft();
        embedsAllFacesAgain();
        assertNoTrouble();
    }

    @Test
    void killed_purges_remove_what_an_undisturbed_one_would() throws Exception {
        int deaths = 0;
        for (int i = 0; deaths < DEATHS_WHILE_PURGING; i++) {
            assertThat(i).as("tries to kill a purge before it is done").isLessThan(MOST_TRIES);
            Path passing = servers.nodes().images().resolve("passing-" + i);
            outdated(passing, "now() - interval '2 days'", OUTDATED);
            outdated(servers.nodes().images().resolve("young-" + i), "now()", 100);
            servers.rows("INSERT INTO semblance.idempotent_request (caller, key, target, started_at)"
                    + " SELECT 'nobody', n, 'POST /x', now() - interval '25 hours' FROM generate_series(1, " + OUTDATED
                    + ") AS n RETURNING key");
            long run = servers.start("retention-purge", "{\"kinds\": \"idempotent-requests,temporary-images\"}");
            servers.dieDuring(run, 200);

            JsonObject done = servers.await(run, "completed");

            deaths += done.getInt("attempt") > 1 ? 1 : 0;
            assertThat(purged(run)).containsExactly(OUTDATED, OUTDATED);
            assertThat(servers.rows("SELECT key FROM semblance.idempotent_request WHERE caller = 'nobody'"))
                    .isEmpty();
            assertThat(servers.rows("SELECT key FROM semblance.image WHERE key LIKE 'passing-%'"))
                    .isEmpty();
            assertThat(servers.rows("SELECT key FROM semblance.image WHERE key LIKE 'young-" + i + "/%'"))
                    .hasSize(100);
            assertNoPictureIsLostOrLeft();
            servers.awaitAll();
        }
        assertNoTrouble();
    }

    /** A server that held all of them until it writes them would need more memory than it has. */
    @Test
    void large_pictures_are_enrolled_a_few_at_a_time() throws Exception {
        gallery("large");
        Path folder = servers.nodes().imports().resolve("originals");
        byte[] picture =
                LargePicture.around(DemoPeople.picture(DemoPeople.names().get(0), 1));
        for (int i = 0; i < LARGE_PICTURES; i++) {
            Files.write(Files.createDirectories(folder.resolve("Person_" + i)).resolve("1.jpg"), picture);
        }

        JsonObject done = servers.await(
                servers.start("enroll-persons", "{\"gallery\": \"large\", \"folder\": \"originals\"}"), "completed");

        assertThat(done.getJsonObject("counts").getInt("faces-enrolled"))
                .as(done.toString())
                .isEqualTo(LARGE_PICTURES);
        assertNoTrouble();
        TestServer.deleteRecursively(folder);
        servers.client().delete("/api/v1/galleries/large");
    }

    /** Images that serve a passing purpose, as rows and as files. */
    private static void outdated(Path folder, String since, int images) throws Exception {
        Files.createDirectories(folder);
        for (int n = 1; n <= images; n++) {
            Files.write(folder.resolve(n + ".png"), new byte[9]);
        }
        servers.rows("INSERT INTO semblance.image (key, sha256, media_type, size_bytes, width, height,"
                + " retention_class, created_at) SELECT '" + folder.getFileName() + "/' || n || '.png', sha256('x'),"
                + " 'image/png', 9, 1, 1, 'temporary', " + since + " FROM generate_series(1, " + images
                + ") AS n RETURNING key");
    }

    /** How many rows of each kind the report of a run says to be gone. */
    private static List<Integer> purged(long run) {
        return servers
                .client()
                .get("/api/v1/retention/reports?limit=200")
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(report -> report.getInt("run") == run)
                .flatMap(report -> report.getJsonArray("kinds").getValuesAs(JsonObject.class).stream())
                .map(kind -> kind.getInt("rows"))
                .toList();
    }

    private static void assertNoTrouble() throws IOException {
        for (Node node : servers.nodes().all()) {
            assertThat(node.troubles()).as(node.name()).isEmpty();
        }
    }

    /** In the same server, after the same deaths: every face has the embedding that its picture gives. */
    private void embedsAllFacesAgain() throws Exception {
        int attempts = 1;
        for (int i = 0; attempts == 1; i++) {
            assertThat(i).as("tries to kill an embedding before it is done").isLessThan(MOST_TRIES);
            long run = activate("again-" + i);
            servers.dieDuring(run, 300);
            attempts = servers.await(run, "completed").getInt("attempt");
            servers.awaitAll();
            assertAllFacesAreEmbedded("again-" + i);
        }
    }

    private long activate(String pack) throws Exception {
        Answer sent = servers.client()
                .send(servers.client()
                        .request("/api/v1/models/packs")
                        .header("Content-Type", "application/zip")
                        .POST(BodyPublishers.ofByteArray(pack(pack))));
        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        Answer begun = servers.client().post("/api/v1/models/activation", "{\"pack\": \"%s\"}".formatted(pack));
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        return awaitActivation(pack);
    }

    private static void assertAllFacesAreEmbedded(String pack) throws Exception {
        assertThat(servers.rows("SELECT count(*) FROM semblance.face WHERE NOT EXISTS (SELECT FROM semblance.embedding"
                        + " JOIN semblance.model ON model.id = embedding.model_id"
                        + " WHERE embedding.face_id = face.id AND model.name LIKE '" + pack + "/%')"))
                .containsExactly("0");
        assertThat(servers.rows("SELECT count(*) FROM (SELECT image.sha256 FROM semblance.embedding"
                        + " JOIN semblance.model ON model.id = embedding.model_id AND model.name LIKE '" + pack + "/%'"
                        + " JOIN semblance.face ON face.id = embedding.face_id"
                        + " JOIN semblance.image ON image.id = face.image_id"
                        + " GROUP BY image.sha256 HAVING count(DISTINCT embedding.vector::text) > 1) AS different"))
                .containsExactly("0");
    }

    private long awaitActivation(String pack) throws InterruptedException {
        for (int i = 0; i < 5 * DyingNodes.PATIENCE; i++) {
            JsonObject activation =
                    servers.client().get("/api/v1/models/activation").json();
            if (activation.getString("pack").equals(pack) && activation.containsKey("job")) {
                return activation.getInt("job");
            }
            Thread.sleep(200);
        }
        throw new AssertionError("No job embeds the faces again");
    }

    private void gallery(String name) {
        assertThat(servers.client()
                        .post("/api/v1/galleries", "{\"name\": \"%s\", \"title\": \"x\"}".formatted(name))
                        .status())
                .isEqualTo(201);
    }

    /** Some pictures of each of some persons, and one without a face. */
    private static void pictures(String folder) throws IOException {
        for (String person : DemoPeople.names().subList(0, PERSONS)) {
            Path directory = Files.createDirectories(
                    servers.nodes().imports().resolve(folder).resolve(person));
            for (int i = 0; i < PICTURES; i++) {
                Files.write(directory.resolve(i + ".jpg"), Nodes.variant(DemoPeople.picture(person, 1 + i % 2), i));
            }
        }
        Files.copy(
                TestServer.demo().resolve("no-face/landscape-1.jpg"),
                servers.nodes()
                        .imports()
                        .resolve(folder)
                        .resolve(DemoPeople.names().get(3) + "/zz.jpg"));
    }

    /** Every row has its file; a file without a row is known to the intent that its death left, to be swept. */
    private static void assertNoPictureIsLostOrLeft() throws Exception {
        var known = new TreeSet<>(servers.rows("SELECT key FROM semblance.image"));
        var intended = servers.rows("SELECT key FROM semblance.image_intent");
        Set<String> files = new TreeSet<>();
        try (var paths = Files.walk(servers.nodes().images())) {
            paths.filter(Files::isRegularFile)
                    .map(path -> servers.nodes().images().relativize(path).toString())
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
        Path starter = servers.nodes().models().resolve("starter");
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
}
