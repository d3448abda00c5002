package org.semblance.ear;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** What people do with runs and schedules, over HTTP. */
@ArquillianTest
@RunAsClient
class JobControlIT {
    private static final int PATIENCE = 60;
    private static final String SCHEDULE =
            "{\"name\": \"%s\", \"job\": \"verify-audit\", \"cron\": \"%s\", \"zone\": \"Europe/Berlin\", \"on\": %s}";

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
    void a_run_is_stopped_restarted_and_watched_to_its_end() throws Exception {
        admin.post("/api/v1/galleries", "{\"name\": \"control\", \"title\": \"x\"}");
        pictures("control", 8);
        long run;
        try (var held = holding("control")) {
            run = start(
                    "enroll-persons",
                    "{\"gallery\": \"control\", \"folder\": \"control\", \"parts\": \"1\", \"chunk\": \"1\"}");
            await(run, "running");
            assertThat(admin.post(job(run) + "/restart", "").status()).isEqualTo(409);
            stop(run);
            held.rollback();
        }
        JsonObject stopped = await(run, "stopped");
        assertThat(stopped.getJsonObject("progress").getInt("done"))
                .isLessThan(stopped.getJsonObject("progress").getInt("total"));

        assertThat(admin.post(job(run) + "/restart", "").status()).isEqualTo(202);
        List<JsonObject> events = events(run);

        JsonObject last = events.get(events.size() - 1);
        assertThat(events).hasSizeGreaterThan(1);
        assertThat(last.getString("state")).isEqualTo("completed");
        assertThat(last.getInt("attempt")).isEqualTo(2);
        assertThat(last.getJsonObject("progress").getInt("done")).isEqualTo(16);
        assertThat(admin.get("/api/v1/galleries/control").json().getInt("faces"))
                .isEqualTo(16);
        assertThat(admin.get(job(run) + "/log?limit=100").body())
                .contains("Asked for by admin", "Asked to stop by admin", "Ended: stopped", "Restarted by admin");
        assertThat(admin.post(job(run) + "/stop", "").json().getString("code")).isEqualTo("job-state");
        assertThat(admin.post(job(run) + "/abandon", "").status()).isEqualTo(409);
        assertThat(admin.post(job(run) + "/failures/retry", "").status()).isEqualTo(409);
    }

    @Test
    void what_a_run_refused_is_done_again_once_it_is_mended() throws Exception {
        admin.post("/api/v1/galleries", "{\"name\": \"mended\", \"title\": \"x\"}");
        pictures("mended", 1);
        Path wrong = TestServer.get()
                .data()
                .resolve("import/mended/" + DemoPeople.names().get(0) + "/9.jpg");
        Files.copy(TestServer.demo().resolve("no-face/landscape-1.jpg"), wrong);
        long run = start("enroll-persons", "{\"gallery\": \"mended\", \"folder\": \"mended\"}");
        assertThat(await(run, "completed").getJsonObject("counts").getInt("refused.no-face"))
                .isEqualTo(1);
        Files.delete(wrong);
        Files.copy(DemoPeople.picture(DemoPeople.names().get(0), 3), wrong);

        Answer retried = admin.post(job(run) + "/failures/retry", "");

        assertThat(retried.status()).as(retried.body()).isEqualTo(202);
        JsonObject again = await(retried.json().getInt("id"), "completed");
        assertThat(again.getJsonObject("progress").getInt("done")).isEqualTo(1);
        assertThat(again.getJsonObject("progress").getInt("failed")).isZero();
        assertThat(admin.get("/api/v1/galleries/mended").json().getInt("faces")).isEqualTo(3);
    }

    @Test
    void a_failed_run_is_given_up() throws Exception {
        admin.post("/api/v1/galleries", "{\"name\": \"given-up\", \"title\": \"x\"}");
        pictures("given-up", 6);
        long run;
        try (var held = holding("given-up")) {
            run = start("enroll-persons", "{\"gallery\": \"given-up\", \"folder\": \"given-up\", \"chunk\": \"1\"}");
            await(run, "running");
            stop(run);
            held.rollback();
        }
        await(run, "stopped");

        assertThat(admin.post(job(run) + "/abandon", "").json().getString("state"))
                .isEqualTo("abandoned");
        assertThat(admin.get("/api/v1/jobs?job=enroll-persons&state=abandoned&limit=1")
                        .json()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getInt("id"))
                .isEqualTo((int) run);
        assertThat(admin.get("/api/v1/jobs?state=lost").status()).isEqualTo(400);
        assertThat(admin.get("/api/v1/jobs/999999/events").status()).isEqualTo(404);
    }

    @Test
    void says_what_each_job_can_be_told() {
        Answer kinds = admin.get("/api/v1/jobs/kinds");

        assertThat(kinds.status()).isEqualTo(200);
        assertThat(kinds.body()).contains("\"enroll-persons\"", "\"gallery\"", "\"retries_items\":true");
        assertThat(kinds.body()).doesNotContain("install-model-pack");
    }

    @Test
    void schedules_are_made_changed_run_and_deleted() {
        String address = "/api/v1/schedules/nightly";
        assertThat(create("nightly", "0 3 * * *").status()).isEqualTo(201);
        assertThat(create("nightly", "0 3 * * *").status()).isEqualTo(409);
        assertThat(create("other", "0 3").status()).isEqualTo(400);
        assertThat(create("No Name", "0 3 * * *").status()).isEqualTo(400);
        assertThat(admin.get("/api/v1/schedules").body()).contains("verify-audit-daily", "nightly");
        String tag = admin.get(address).header("ETag");

        Answer changed = admin.send(admin.request(address)
                .header("Content-Type", "application/json")
                .header("If-Match", tag)
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(SCHEDULE.formatted("", "0 4 * * *", false))));
        Answer stale = admin.send(admin.request(address)
                .header("Content-Type", "application/json")
                .header("If-Match", tag)
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(SCHEDULE.formatted("", "0 5 * * *", false))));

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().getString("cron")).isEqualTo("0 4 * * *");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(admin.post(address + "/run", "").status()).isEqualTo(202);
        assertThat(admin.delete(address).status()).isEqualTo(204);
        assertThat(admin.get(address).json().getString("code")).isEqualTo("schedule-not-found");
    }

    @Test
    void what_is_due_is_started_within_seconds() throws Exception {
        String address = "/api/v1/schedules/due";
        create("due", "0 3 1 1 *");
        await(() -> admin.get(address).json().containsKey("due_at"));

        change("UPDATE semblance.job_schedule SET due_at = now() - interval '1 second' WHERE name = 'due'");

        await(() -> "completed".equals(admin.get(address).json().getString("last_state", "")));
        admin.delete(address);
    }

    private Answer create(String name, String cron) {
        return admin.post("/api/v1/schedules", SCHEDULE.formatted(name, cron, true));
    }

    /** Reads the stream until the server ends it. */
    private List<JsonObject> events(long run) {
        Answer stream = admin.send(admin.request(job(run) + "/events").header("Accept", "text/event-stream"));
        assertThat(stream.status()).as(stream.body()).isEqualTo(200);
        assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
        return stream.body()
                .lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> Json.createReader(new StringReader(line.substring("data:".length())))
                        .readObject())
                .toList();
    }

    private static void pictures(String folder, int persons) throws IOException {
        Path root = TestServer.get().data().resolve("import").resolve(folder);
        for (String person : DemoPeople.names().subList(0, persons)) {
            Path directory = Files.createDirectories(root.resolve(person));
            for (int i = 1; i <= 2; i++) {
                Files.copy(DemoPeople.picture(person, i), directory.resolve(i + ".jpg"));
            }
        }
    }

    private long start(String job, String parameters) {
        Answer started = admin.post("/api/v1/jobs", "{\"job\": \"%s\", \"parameters\": %s}".formatted(job, parameters));
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        return started.json().getInt("id");
    }

    /** No run gets further than to its first person in that gallery while it is open. */
    private static Connection holding(String gallery) throws SQLException {
        Connection connection = TestServer.get().database().superuser().getConnection();
        connection.setAutoCommit(false);
        try (var lock = connection.prepareStatement("SELECT FROM semblance.gallery WHERE name = ? FOR UPDATE")) {
            lock.setString(1, gallery);
            lock.execute();
        }
        return connection;
    }

    /** Until the server, which looks three times a second, has told the run. */
    private void stop(long run) throws InterruptedException {
        assertThat(admin.post(job(run) + "/stop", "").status()).isEqualTo(202);
        Thread.sleep(2000);
    }

    private JsonObject await(long run, String state) throws InterruptedException {
        await(() -> {
            var now = admin.get(job(run)).json();
            return now.getString("state").equals(state)
                    && (!state.equals("running")
                            || now.getJsonObject("progress").containsKey("total"));
        });
        return admin.get(job(run)).json();
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 20 * PATIENCE; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("It has not come about within " + PATIENCE + " s");
    }

    private static String job(long run) {
        return "/api/v1/jobs/" + run;
    }

    private static void change(String sql) throws SQLException {
        try (var connection = TestServer.get().database().superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
