package org.semblance.ear;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.database.MigratedDatabase;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.semblance.ear.Problems.assertProblem;

/** Policies, dry runs, purges and the quarantine over HTTP, on the server as it is shipped. */
@ArquillianTest
@RunAsClient
class RetentionIT {
    private static final String POLICIES = "/api/v1/retention/policies";
    private static final String REPORTS = "/api/v1/retention/reports";
    private static final String QUARANTINE = "/api/v1/retention/quarantine";
    private static final int PATIENCE = 60;

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
    void a_policy_is_changed_by_whoever_has_seen_it() {
        Answer usual = admin.get(POLICIES + "/failed-job-runs");
        assertThat(usual.status()).isEqualTo(200);
        assertThat(usual.json().getString("period")).isEqualTo("P90D");
        assertThat(usual.json().getString("shortest_period")).isEqualTo("P1D");

        Answer changed = put("failed-job-runs", "{\"period\": \"P60D\"}", usual.header("ETag"));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().getString("period")).isEqualTo("P60D");
        assertThat(changed.json().getInt("version")).isEqualTo(1);

        assertThat(put("failed-job-runs", "{\"period\": \"P50D\"}", usual.header("ETag"))
                        .status())
                .isEqualTo(412);
        assertProblem(put("failed-job-runs", "{\"period\": \"PT1S\"}", null), 400, "invalid-input");
        assertProblem(put("failed-job-runs", "{\"period\": \"soon\"}", null), 400, "invalid-input");
        assertProblem(put("failed-job-runs", "{\"period\": \"P60D\"}", "60"), 400, "invalid-input");
        assertProblem(put("sessions", "{\"period\": \"P30D\", \"enabled\": false}", null), 400, "invalid-input");
        assertProblem(put("nonsense", "{\"period\": \"P30D\"}", null), 404, "retention-kind-not-found");
        assertProblem(admin.get(POLICIES + "/nonsense"), 404, "retention-kind-not-found");
        assertThat(admin.get(POLICIES).json().getJsonArray("items")).hasSizeGreaterThan(12);
        put("failed-job-runs", "{\"period\": \"P90D\"}", null);
    }

    @Test
    void a_purge_removes_what_the_dry_run_counted_and_reports_it() throws Exception {
        for (int i = 0; i < 700; i++) {
            change("INSERT INTO semblance.idempotent_request (caller, key, target, started_at)" + " VALUES ('nobody', '"
                    + i + "', 'POST /x', now() - interval '25 hours')");
        }
        JsonObject counted = kind(admin.post("/api/v1/retention/dry-run", "").json(), "items");

        JsonObject run = run("retention-purge", "{\"kinds\": \"idempotent-requests\"}");

        assertThat(counted.getInt("rows")).isEqualTo(700);
        assertThat(run.getString("state")).as(run.toString()).isEqualTo("completed");
        JsonObject report = reportOf(run.getInt("id"));
        JsonObject line = kind(report, "kinds");
        assertThat(report.containsKey("ended_at")).isTrue();
        assertThat(line.getInt("rows")).isEqualTo(700);
        assertThat(line.getInt("bytes")).isEqualTo(counted.getInt("bytes"));
        assertThat(admin.get(REPORTS + "/" + report.getInt("id")).json()).isEqualTo(report);
        assertThat(kind(admin.post("/api/v1/retention/dry-run", "").json(), "items")
                        .getInt("rows"))
                .isZero();
        assertThat(admin.get("/api/v1/metrics").body())
                .contains("retention_purged_rows", "kind=\"idempotent-requests\"", "retention_purge_age_seconds");
        assertProblem(admin.get(REPORTS + "/999999999999"), 404, "retention-report-not-found");
        assertProblem(
                admin.post("/api/v1/jobs", "{\"job\": \"retention-purge\", \"parameters\": {\"kinds\": \"x\"}}"),
                404,
                "retention-kind-not-found");
    }

    @Test
    void every_kind_can_be_purged_on_the_server() throws Exception {
        JsonObject run = run("retention-purge", "{}");

        assertThat(run.getString("state")).as(run.toString()).isEqualTo("completed");
        assertThat(reportOf(run.getInt("id")).getJsonArray("kinds").getValuesAs(JsonObject.class))
                .hasSizeGreaterThan(12)
                .allSatisfy(line -> {
                    assertThat(line.containsKey("done_at")).as(line.toString()).isTrue();
                    assertThat(line.containsKey("problem")).as(line.toString()).isFalse();
                });
    }

    @Test
    void a_file_without_row_is_set_aside_and_put_back_when_a_row_names_it() throws Exception {
        String key = "test/" + UUID.randomUUID() + ".png";
        Path file = TestServer.get().data().resolve("images").resolve(key);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[9]);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));

        JsonObject run = run("reconcile-images", "{}");

        assertThat(run.getString("state")).as(run.toString()).isEqualTo("completed");
        assertThat(file).doesNotExist();
        JsonObject set =
                admin.get(QUARANTINE + "?limit=200").json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                        .filter(item -> item.getString("key").equals(key))
                        .findFirst()
                        .orElseThrow();
        String restore = QUARANTINE + "/" + set.getInt("id") + "/restore";
        assertProblem(admin.post(restore, ""), 409, "file-unnamed");
        change("INSERT INTO semblance.image (key, sha256, media_type, size_bytes, width, height, retention_class)"
                + " VALUES ('" + key + "', sha256('x'), 'image/png', 9, 1, 1, 'temporary')");

        assertThat(admin.post(restore, "").status()).isEqualTo(204);
        assertThat(file).exists();
        assertProblem(admin.post(restore, ""), 404, "quarantined-file-not-found");

        Files.delete(file);
        run("reconcile-images", "{}");
        assertThat(admin.get("/api/v1/retention/missing-images?limit=200")
                        .json()
                        .toString())
                .contains(key);
        change("DELETE FROM semblance.image WHERE key = '" + key + "'");
    }

    private Answer put(String kind, String body, @org.jspecify.annotations.Nullable String tag) {
        var request = admin.request(POLICIES + "/" + kind).header("Content-Type", "application/json");
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return admin.send(request.PUT(BodyPublishers.ofString(body)));
    }

    private static JsonObject kind(JsonObject answer, String list) {
        return answer.getJsonArray(list).getValuesAs(JsonObject.class).stream()
                .filter(item -> item.getString("kind").equals("idempotent-requests"))
                .findFirst()
                .orElseThrow();
    }

    private JsonObject reportOf(int run) {
        return admin.get(REPORTS + "?limit=200").json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(report -> report.getInt("run") == run)
                .findFirst()
                .orElseThrow();
    }

    private JsonObject run(String job, String parameters) throws InterruptedException {
        Answer started = admin.post("/api/v1/jobs", "{\"job\": \"%s\", \"parameters\": %s}".formatted(job, parameters));
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

    private static void change(String sql) throws SQLException {
        try (var connection = TestServer.get()
                        .database()
                        .as(MigratedDatabase.Role.APP)
                        .getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
