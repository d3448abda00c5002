package org.semblance.ear;

import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.database.MigratedDatabase;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** The database goes away under load and comes back; the server is killed with frames under way. */
class DatabaseOutageIT {
    private static final int PATIENCE = 120;
    private static final Duration OUTAGE = Duration.ofSeconds(60);
    private static final int CAMERAS = 2;
    private static final int CALLERS = 16;
    private static final String COUNTS = """
            SELECT count(*) || ' ' || count(DISTINCT sighting_id) || ' ' || count(*) FILTER (WHERE is_late)
              FROM semblance.recognition_events
            """;

    private static MigratedDatabase database;
    private static Nodes nodes;

    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger late = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final List<String> refusals = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        database = MigratedDatabase.alone();
        nodes = new Nodes(database, List.of("one"));
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @Test
    void what_cameras_saw_while_the_database_was_away_is_recorded_once() throws Exception {
        ApiClient admin = Administrator.at(nodes.node("one").url());
        String name = DemoPeople.names().get(0);
        List<ApiClient> agents = cameras(admin, name);
        List<Endpoint> endpoints =
                Endpoint.all(admin.get("/openapi?format=JSON").body());
        awaitReadiness();
        var isOver = new AtomicBoolean();
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < CAMERAS; i++) {
            senders.add(sender(agents.get(i), i, DemoPeople.picture(name, 2), isOver));
        }

        Thread.sleep(5_000);
        int before = acknowledged.get();
        database.halt();
        long halted = System.nanoTime();
        promisesHold(admin, endpoints);
        Thread.sleep(Math.max(0, OUTAGE.minusNanos(System.nanoTime() - halted).toMillis()));
        int during = late.get();
        database.resume();
        Thread.sleep(10_000);
        isOver.set(true);
        for (Thread sender : senders) {
            sender.join();
        }

        assertThat(before).as("frames before").isPositive();
        assertThat(during).as("frames while the database was away; " + refusals).isGreaterThan(20);
        assertThat(refusals).isEmpty();
        awaitCount(acknowledged.get());

        for (boolean isAway : List.of(false, true)) {
            survivesADeathWithFramesUnderWay(agents.get(0), DemoPeople.picture(name, 2), isAway);
        }
    }

    /**
     * Whoever needs the database is told that it is away; others are answered from memory, or told what they did wrong.
     * Several ask at once, as each waits a while for the database.
     */
    private static void promisesHold(ApiClient admin, List<Endpoint> endpoints) throws Exception {
        List<Callable<Answer>> calls = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            calls.add(() -> Calls.toNothing(admin, endpoint));
        }
        var callers = Executors.newFixedThreadPool(CALLERS);
        List<Future<Answer>> answers = callers.invokeAll(calls);
        callers.shutdown();
        int told = 0;
        for (int i = 0; i < endpoints.size(); i++) {
            Answer answer = answers.get(i).get();
            if (answer.status() == 503) {
                told++;
            } else {
                assertThat(answer.status())
                        .as(endpoints.get(i) + ": " + answer.body())
                        .isLessThan(500);
            }
        }
        assertThat(told).as("operations that said so").isGreaterThan(endpoints.size() / 2);
    }

    /** What was acknowledged is in the database, or on the disk where that is away, whatever becomes of the server. */
    private void survivesADeathWithFramesUnderWay(ApiClient agent, Path picture, boolean isAway) throws Exception {
        if (isAway) {
            awaitReadiness();
            send(agent, 0, picture);
            database.halt();
        }
        var isOver = new AtomicBoolean();
        int before = acknowledged.get();
        Thread sender = sender(agent, 0, picture, isOver);
        Thread.sleep(10_000);
        nodes.node("one").kill();
        isOver.set(true);
        sender.join();
        if (isAway) {
            database.resume();
        }
        nodes.node("one").startAgain();
        nodes.node("one").awaitReady();

        assertThat(acknowledged.get()).isGreaterThan(before);
        awaitCount(acknowledged.get());
    }

    private List<ApiClient> cameras(ApiClient admin, String name) {
        ok(admin.post("/api/v1/galleries", "{\"name\": \"door\", \"threshold\": 0.5}"), 201);
        int person = ok(admin.post("/api/v1/persons", "{\"gallery\": \"door\", \"name\": \"%s\"}".formatted(name)), 201)
                .json()
                .getInt("id");
        ok(admin.upload("/api/v1/persons/" + person + "/faces", DemoPeople.picture(name, 1), Map.of()), 201);
        List<ApiClient> agents = new ArrayList<>();
        for (int i = 0; i < CAMERAS; i++) {
            ok(
                    admin.post(
                            "/api/v1/cameras",
                            "{\"name\": \"door-%d\", \"gallery\": \"door\", \"sighting_seconds\": 0}".formatted(i)),
                    201);
            Answer key = ok(admin.post("/api/v1/cameras/door-%d/keys".formatted(i), "{\"name\": \"agent\"}"), 201);
            agents.add(ApiClient.withKey(nodes.node("one").url(), key.json().getString("key")));
        }
        return agents;
    }

    private Thread sender(ApiClient agent, int camera, Path picture, AtomicBoolean isOver) {
        var sender = new Thread(() -> {
            while (!isOver.get()) {
                send(agent, camera, picture);
            }
        });
        sender.start();
        return sender;
    }

    private void send(ApiClient agent, int camera, Path picture) {
        Answer answer;
        try {
            answer = agent.upload("/api/v1/cameras/door-%d/frames".formatted(camera), picture, Map.of());
        } catch (UncheckedIOException e) {
            unanswered.incrementAndGet();
            return;
        }
        if (answer.status() != 200) {
            synchronized (refusals) {
                refusals.add(answer.status() + " " + answer.body());
            }
            return;
        }
        JsonObject frame = answer.json();
        if (frame.getJsonArray("faces").size() == 1
                && frame.getJsonArray("faces")
                        .getJsonObject(0)
                        .getString("outcome")
                        .equals("matched")) {
            acknowledged.incrementAndGet();
            if (frame.getBoolean("late")) {
                late.incrementAndGet();
            }
        }
    }

    /** All that was acknowledged, and nothing twice; one that was under way at a death may be there as well. */
    private void awaitCount(int expected) throws Exception {
        String counts = "";
        for (int i = 0; i < PATIENCE; i++) {
            counts = counts();
            int events = Integer.parseInt(counts.substring(0, counts.indexOf(' ')));
            if (events >= expected) {
                break;
            }
            Thread.sleep(1000);
        }
        List<String> numbers = List.of(counts.split(" ", -1));
        int events = Integer.parseInt(numbers.get(0));
        assertThat(events)
                .as("recorded; sent " + expected + ", unanswered " + unanswered)
                .isBetween(expected, expected + unanswered.get());
        assertThat(numbers.get(1)).as("different sightings").isEqualTo(numbers.get(0));
    }

    private static String counts() throws SQLException {
        try (var connection = database.superuser().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(COUNTS)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Until the server has everything in memory that it needs without the database. */
    private static void awaitReadiness() throws InterruptedException {
        URI health = nodes.node("one").managementUrl().resolve("/health/ready");
        for (int i = 0; i < PATIENCE; i++) {
            String body = ApiClient.text(health);
            if (body.contains("1 of 1 galleries of cameras in memory, 1 persons")) {
                return;
            }
            Thread.sleep(1000);
        }
        throw new AssertionError("The server does not make ready for an outage: " + ApiClient.text(health));
    }

    private static Answer ok(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer;
    }
}
