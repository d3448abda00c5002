package org.semblance.ear;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.semblance.ear.Problems.assertProblem;

/** What cameras saw and what happened to them, as clients ask for it and as they are told it. */
@ArquillianTest
@RunAsClient
class EventsIT {
    private static final String SEEN = "/api/v1/events/recognitions";
    private static final String HAPPENED = "/api/v1/events/cameras";
    private static final String COUNTS = "/api/v1/events/statistics";
    private static final String STREAM = "/api/v1/events/stream";

    private final String gallery = "events-" + UUID.randomUUID();
    private ApiClient admin;
    private String camera;

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @BeforeEach
    void a_camera_in_a_gallery() {
        admin = ApiClient.administrator();
        assertThat(admin.post("/api/v1/galleries", "{\"name\": \"%s\"}".formatted(gallery))
                        .status())
                .isEqualTo(201);
        camera = MadeUpEvents.camera(gallery);
    }

    @Test
    void who_was_seen_is_listed_read_and_filtered() {
        long ada = admin.post("/api/v1/persons", "{\"gallery\": \"%s\", \"name\": \"Ada\"}".formatted(gallery))
                .json()
                .getJsonNumber("id")
                .longValue();
        UUID known = MadeUpEvents.seen(camera, "matched", ada);
        UUID unknown = MadeUpEvents.seen(camera, "unknown", null);

        JsonObject first = list("?limit=1&camera=" + camera);
        JsonObject second = list("?limit=1&camera=" + camera + "&after=" + first.getString("next"));

        assertThat(ids(first)).containsExactly(unknown);
        assertThat(ids(second)).containsExactly(known);
        assertThat(second.containsKey("next")).isFalse();
        JsonObject event = admin.get(SEEN + "/" + known).json();
        assertThat(event).isEqualTo(second.getJsonArray("items").getJsonObject(0));
        assertThat(event.getJsonObject("person").getString("name")).isEqualTo("Ada");
        assertThat(event.getJsonObject("camera").getString("name")).isEqualTo(camera);
        assertThat(event.getJsonObject("scores").getJsonNumber("confidence").doubleValue())
                .isEqualTo(0.8371);
        assertThat(event.getJsonObject("access").getBoolean("allowed")).isFalse();
        assertThat(ids(list("?person=" + ada))).containsExactly(known);
        assertThat(ids(list("?outcome=unknown&access=denied&late=false&gallery=" + gallery)))
                .containsExactly(unknown);
        assertThat(ids(list("?access=allowed&gallery=" + gallery))).isEmpty();
    }

    @Test
    void whoever_may_not_have_exact_scores_has_two_decimals() {
        UUID known = MadeUpEvents.seen(camera, "matched", null);
        ApiClient operator = TestUsers.withRole("auditor", gallery);

        JsonObject scores = operator.get(SEEN + "/" + known).json().getJsonObject("scores");

        assertThat(scores.getJsonNumber("confidence").doubleValue()).isEqualTo(0.84);
    }

    @Test
    void what_happened_to_cameras_is_listed() {
        UUID offline = MadeUpEvents.happened(camera, "offline");
        UUID online = MadeUpEvents.happened(camera, "online");

        assertThat(ids(get(HAPPENED + "?gallery=" + gallery + "&camera=" + camera)))
                .containsExactly(online, offline);
        JsonObject first = get(HAPPENED + "?limit=1&camera=" + camera);
        assertThat(ids(get(HAPPENED + "?camera=" + camera + "&after=" + first.getString("next"))))
                .containsExactly(offline);
        assertThat(ids(get(HAPPENED + "?type=offline&camera=" + camera))).containsExactly(offline);
    }

    @Test
    void events_are_counted_for_charts() {
        MadeUpEvents.seen(camera, "matched", null);
        MadeUpEvents.seen(camera, "rejected", null);

        JsonObject counts = get(COUNTS + "?interval=day&zone=Europe/Berlin&camera=" + camera);

        assertThat(counts.getJsonObject("total").getInt("matched")).isEqualTo(1);
        assertThat(counts.getJsonObject("total").getInt("denied")).isEqualTo(2);
        assertThat(counts.getJsonArray("times")).isNotEmpty();
        assertThat(counts.getJsonArray("cameras")
                        .getJsonObject(0)
                        .getJsonObject("counts")
                        .getInt("rejected"))
                .isEqualTo(1);
    }

    @Test
    void events_are_carried_away_and_that_is_recorded() {
        MadeUpEvents.seen(camera, "matched", null);
        MadeUpEvents.seen(camera, "unknown", null);

        Answer csv = admin.get(SEEN + "/export?camera=" + camera);
        Answer lines = admin.get(SEEN + "/export?format=jsonl&camera=" + camera);

        assertThat(csv.status()).as(csv.body()).isEqualTo(200);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"recognitions.csv\"");
        assertThat(csv.body().split("\r\n", -1)).hasSize(4);
        assertThat(csv.body()).startsWith("\"id\",\"at\"").contains("\"" + camera + "\"");
        assertThat(lines.body().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"") && line.endsWith("}"));
        assertThat(get("/api/v1/audit?action=event.exported&object_type=event&object_id=csv&limit=1")
                        .getJsonArray("items"))
                .hasSize(1);
    }

    @Test
    void a_client_that_comes_again_misses_nothing_and_gets_nothing_twice() throws Exception {
        String last = place();
        UUID seen = MadeUpEvents.seen(camera, "unknown", null);
        UUID offline = MadeUpEvents.happened(camera, "offline");

        Answer missed = stream(last);
        CompletableFuture<Answer> live = CompletableFuture.supplyAsync(() -> stream(lastId(missed, last)));
        Thread.sleep(700);
        UUID next = MadeUpEvents.seen(camera, "matched", null);
        Answer after = stream(lastId(live.get(), lastId(missed, last)));

        assertThat(missed.header("Content-Type")).startsWith("text/event-stream");
        assertThat(told(missed)).containsExactly("recognition " + seen, "camera " + offline);
        List<String> rest = new ArrayList<>(told(live.get()));
        rest.addAll(told(after));
        assertThat(rest).containsExactly("recognition " + next);
    }

    @Test
    void a_stream_tells_what_was_asked_for() {
        String last = place();
        MadeUpEvents.seen(camera, "matched", null);
        UUID unknown = MadeUpEvents.seen(camera, "unknown", null);
        MadeUpEvents.happened(camera, "online");
        String others = MadeUpEvents.camera(gallery);
        MadeUpEvents.seen(others, "unknown", null);

        assertThat(told(stream("?kind=recognition&outcome=unknown&camera=" + camera, last)))
                .containsExactly("recognition " + unknown);
        assertThat(stream("?camera=" + camera, "9000000000000-0").body()).contains("event: missed");
    }

    @Test
    void refuses_what_it_does_not_understand() {
        for (String wrong : List.of(
                "from=yesterday",
                "from=2026-11-21T00:00:00Z&to=2026-11-20T00:00:00Z",
                "outcome=maybe",
                "person=ada",
                "user=ada",
                "access=perhaps",
                "late=soon",
                "camera=No+Name",
                "camera_id=x",
                "after=1",
                "after=0198c5a1-7f2e-7a43-9c3b-000000000000",
                "limit=0")) {
            assertProblem(admin.get(SEEN + "?" + wrong), 400, "invalid-input");
        }
        assertProblem(admin.get(SEEN + "/export?format=xml"), 400, "invalid-input");
        assertProblem(admin.get(HAPPENED + "?type=exploded"), 400, "invalid-input");
        for (String wrong : List.of(
                "interval=year", "zone=Nowhere/City", "zone=X", "from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z")) {
            assertProblem(admin.get(COUNTS + "?" + wrong), 400, "invalid-input");
        }
        assertProblem(admin.get(STREAM + "?kind=both"), 400, "invalid-input");
        assertProblem(stream("not-a-place"), 400, "invalid-input");
    }

    @Test
    void what_is_not_there_and_what_is_not_theirs_is_not_found() {
        UUID event = MadeUpEvents.seen(camera, "unknown", null);
        String own = "own-" + UUID.randomUUID();
        admin.post("/api/v1/galleries", "{\"name\": \"%s\"}".formatted(own));
        ApiClient stranger = TestUsers.withRole("security-operator", own);

        for (String path : List.of(SEEN, HAPPENED, COUNTS, STREAM)) {
            assertProblem(stranger.get(path + "?camera=" + camera), 404, "camera-not-found");
            assertProblem(stranger.get(path + "?gallery=" + gallery), 404, "gallery-not-found");
        }
        assertProblem(admin.get(SEEN + "/export?camera=no-such-camera"), 404, "camera-not-found");
        assertProblem(stranger.get(SEEN + "/" + event), 404, "event-not-found");
        assertThat(ids(stranger.get(SEEN).json())).isEmpty();
        assertThat(stranger.get(SEEN + "/export").status()).isEqualTo(403);
        assertThat(TestUsers.withRole("auditor").get(SEEN + "/export").status()).isEqualTo(403);
    }

    private Answer stream(@Nullable String last) {
        return stream("?camera=" + camera, last);
    }

    /** Reads the stream until the server ends it, which it does soon in these tests. */
    private Answer stream(String filter, @Nullable String last) {
        var request = admin.request(STREAM + filter).header("Accept", "text/event-stream");
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        return admin.send(request);
    }

    /** Where the stream is now; a stream that a busy server ended before it had begun is asked for again. */
    private String place() {
        for (int i = 0; i < 10; i++) {
            String place = lastId(stream(null), "");
            if (!place.isEmpty()) {
                return place;
            }
        }
        throw new AssertionError("The stream does not say where it is");
    }

    /** As clients keep it: the one before where none came. */
    private static String lastId(Answer stream, String before) {
        assertThat(stream.status()).as(stream.body()).isEqualTo(200);
        return stream.body()
                .lines()
                .filter(line -> line.startsWith("id:"))
                .map(line -> line.substring("id:".length()).strip())
                .reduce(before, (earlier, later) -> later);
    }

    /** The kinds and ids of the events. */
    private static List<String> told(Answer stream) {
        List<String> told = new ArrayList<>();
        String kind = "";
        for (String line : stream.body().lines().toList()) {
            if (line.startsWith("event:")) {
                kind = line.substring("event:".length()).strip();
            } else if (line.startsWith("data:") && !kind.equals("place")) {
                String json = line.substring("data:".length()).strip();
                told.add(kind + " " + Endpoint.parse(json).getString("id"));
            }
        }
        return told;
    }

    private JsonObject list(String filter) {
        return get(SEEN + filter);
    }

    private JsonObject get(String path) {
        Answer answer = admin.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static List<UUID> ids(JsonObject page) {
        return page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> UUID.fromString(item.getString("id")))
                .toList();
    }
}
