package org.semblance.ear;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
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

/** Other systems are told of what happens, over HTTP from the change to the receiver. */
@ArquillianTest
@RunAsClient
class WebhooksIT {
    private static final String WEBHOOKS = "/api/v1/webhooks";

    private final WebhookReceiver receiver = new WebhookReceiver();
    private ApiClient admin;

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @BeforeEach
    void sign_in() {
        admin = ApiClient.administrator();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void tells_of_what_happens_to_a_person_and_signs_it() throws Exception {
        String gallery = "told-" + System.nanoTime();
        admin.post("/api/v1/galleries", "{\"name\": \"%s\"}".formatted(gallery));
        JsonObject created = created("[\"person.enrolled\", \"person.purged\", \"gallery.deleted\"]", gallery);
        int person = admin.post("/api/v1/persons", "{\"gallery\": \"%s\", \"name\": \"Ada\"}".formatted(gallery))
                .json()
                .getInt("id");

        admin.delete("/api/v1/persons/" + person + "?purge=true");
        admin.delete("/api/v1/galleries/" + gallery);

        List<WebhookReceiver.Received> received = receiver.await(3);
        assertThat(received)
                .extracting(WebhookReceiver.Received::event)
                .containsExactlyInAnyOrder("person.enrolled", "person.purged", "gallery.deleted");
        assertThat(received)
                .allMatch(event -> event.isSignedWith(created.getString("secret")))
                .allMatch(event -> event.body().contains("\"gallery\":\"" + gallery + "\""))
                .noneMatch(event -> event.body().contains("Ada"));
        assertThat(received).anyMatch(event -> event.body().contains("\"data\":{\"person\":" + person + "}"));
        delete(created);
    }

    @Test
    void tests_retries_logs_and_replays() throws Exception {
        JsonObject created = created("[\"person.purged\"]", null);
        String webhook = WEBHOOKS + "/" + id(created);
        receiver.answer(503);

        Answer test = admin.post(webhook + "/test", "");
        assertThat(test.status()).as(test.body()).isEqualTo(202);
        assertThat(receiver.await(2)).hasSizeGreaterThanOrEqualTo(2);
        receiver.answer(204);

        String delivery = test.header("Location").replaceFirst(".*(?=/api/)", "");
        JsonObject done = awaitState(delivery, "delivered");
        assertThat(done.getJsonArray("attempts").size()).isGreaterThanOrEqualTo(2);
        assertThat(done.getString("body")).contains("\"type\":\"ping\"");
        assertThat(admin.get(webhook + "/deliveries?state=delivered&limit=1")
                        .json()
                        .getJsonArray("items"))
                .hasSize(1);
        assertProblem(admin.get(webhook + "/deliveries?state=lost"), 400, "invalid-input");
        assertProblem(admin.get(webhook + "/deliveries/0"), 404, "delivery-not-found");
        int before = receiver.await(0).size();
        assertThat(admin.post(delivery + "/replay", "").status()).isEqualTo(202);
        assertThat(receiver.await(before + 1)).hasSize(before + 1);
        delete(created);
    }

    @Test
    void is_changed_rotated_disabled_and_deleted() throws Exception {
        JsonObject created = created("[\"person.purged\"]", null);
        String webhook = WEBHOOKS + "/" + id(created);
        Answer got = admin.get(webhook);
        assertThat(got.body()).doesNotContain("whsec_").contains("\"active\":true");

        Answer changed = patch(webhook, "{\"name\": \"Gates\", \"galleries\": null}", got.header("ETag"));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().getString("name")).isEqualTo("Gates");
        assertProblem(patch(webhook, "{\"name\": \"Late\"}", got.header("ETag")), 412, "version-mismatch");

        JsonObject rotated =
                admin.post(webhook + "/secret", "{\"overlap_hours\": 1}").json();
        admin.post(webhook + "/test", "");
        assertThat(receiver.await(1))
                .allMatch(event -> event.isSignedWith(created.getString("secret")))
                .allMatch(event -> event.isSignedWith(rotated.getString("secret")));

        assertThat(admin.patch(webhook, "{\"active\": false}").json().getString("disabled_reason"))
                .isEqualTo("by-user");
        assertProblem(admin.post(webhook + "/test", ""), 409, "webhook-disabled");
        assertThat(admin.get(WEBHOOKS).body()).contains("Gates");
        delete(created);
        assertProblem(admin.get(webhook), 404, "webhook-not-found");
    }

    @Test
    void refuses_what_makes_no_sense_and_what_leads_inside() {
        assertProblem(create("http://10.0.0.1/", "[\"person.purged\"]"), 422, "address-refused");
        assertProblem(create("http://[::1]/", "[\"person.purged\"]"), 422, "address-refused");
        assertProblem(create("http://2130706433/", "[\"person.purged\"]"), 400, "invalid-input");
        assertProblem(create("ftp://receiver.example/", "[\"person.purged\"]"), 400, "invalid-input");
        assertProblem(create(receiver.url(), "[\"person.invented\"]"), 400, "invalid-input");
        assertProblem(create(receiver.url(), "[]"), 400, "invalid-input");
        assertProblem(admin.post(WEBHOOKS, "{}"), 400, "invalid-input");
        assertProblem(
                admin.post(WEBHOOKS, body(receiver.url(), "[\"person.purged\"]", "\"none-such\"")),
                404,
                "gallery-not-found");
        assertProblem(admin.get(WEBHOOKS + "/none"), 404, "webhook-not-found");
        assertProblem(ApiClient.anonymous().get(WEBHOOKS), 401, "token-missing");
        assertThat(admin.get(WEBHOOKS + "/event-types").body()).contains("person.merged", "\"example\":{");
        assertThat(admin.get("/api/v1/metrics").body()).contains("webhook_queue_late_seconds");
    }

    @Test
    void a_secret_is_shown_once_even_to_who_repeats_the_request() {
        String body = body(receiver.url(), "[\"person.purged\"]", "");

        Answer first = withKey(body);
        Answer again = withKey(body);

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(again.json().getString("secret")).isNotEqualTo(first.json().getString("secret"));
        delete(first.json());
        delete(again.json());
    }

    private JsonObject created(String types, @org.jspecify.annotations.Nullable String gallery) {
        Answer answer = admin.post(WEBHOOKS, body(receiver.url(), types, gallery == null ? "" : "\"" + gallery + "\""));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.header("Location")).endsWith(id(answer.json()));
        return answer.json();
    }

    private Answer create(String url, String types) {
        return admin.post(WEBHOOKS, body(url, types, ""));
    }

    private static String body(String url, String types, String galleries) {
        return "{\"name\": \"Doors\", \"url\": \"%s\", \"event_types\": %s, \"galleries\": [%s]}"
                .formatted(url, types, galleries);
    }

    private Answer patch(String path, String json, String ifMatch) {
        return admin.send(admin.request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .method("PATCH", BodyPublishers.ofString(json)));
    }

    private Answer withKey(String json) {
        HttpRequest.Builder request = admin.request(WEBHOOKS)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "webhook-once")
                .POST(BodyPublishers.ofString(json));
        return admin.send(request);
    }

    private JsonObject awaitState(String delivery, String state) throws InterruptedException {
        JsonObject now = admin.get(delivery).json();
        for (int i = 0;
                i < 300 && !now.getJsonObject("delivery").getString("state").equals(state);
                i++) {
            Thread.sleep(100);
            now = admin.get(delivery).json();
        }
        assertThat(now.getJsonObject("delivery").getString("state")).isEqualTo(state);
        return now;
    }

    private void delete(JsonObject created) {
        assertThat(admin.delete(WEBHOOKS + "/" + id(created)).status()).isEqualTo(204);
    }

    private static String id(JsonObject created) {
        return created.getJsonObject("webhook").getString("id");
    }
}
