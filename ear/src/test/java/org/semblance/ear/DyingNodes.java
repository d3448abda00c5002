package org.semblance.ear;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs of jobs on two servers of which one is killed at a time; what is asked, the other one answers. */
final class DyingNodes implements AutoCloseable {
    static final int PATIENCE = 180;

    private final Nodes nodes = new Nodes();
    private final Random random = new Random();
    private @Nullable Node survivor;

    DyingNodes() throws IOException, InterruptedException {}

    Nodes nodes() {
        return nodes;
    }

    /**
     * Kills the server that works at a run, at a moment within so many milliseconds, and starts it again. A run that is
     * over by then has come to no harm: the next try costs less than a server's start.
     */
    void dieDuring(long run, int millis) throws Exception {
        String name = awaitNode(run);
        Thread.sleep(random.nextInt(millis));
        if (rows("SELECT state FROM semblance.job_run WHERE id = " + run).contains("completed")) {
            return;
        }
        Node dying = nodes.node(name);
        dying.kill();
        survivor = nodes.otherThan(name);
        dying.startAgain();
    }

    /** The administrator at a server that is alive. */
    ApiClient client() {
        Node alive = survivor;
        return Administrator.at((alive == null ? nodes.node("one") : alive).url());
    }

    void awaitAll() throws InterruptedException {
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
            Thread.sleep(20);
        }
        throw new AssertionError("Nobody takes run " + run);
    }

    /** A run that has ended so. */
    JsonObject await(long run, String state) throws InterruptedException {
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

    long start(String job, String parameters) {
        Answer started =
                client().post("/api/v1/jobs", "{\"job\": \"%s\", \"parameters\": %s}".formatted(job, parameters));
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        return started.json().getInt("id");
    }

    /** The first column of what the database answers. */
    List<String> rows(String query) throws SQLException {
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

    @Override
    public void close() {
        nodes.close();
    }
}
