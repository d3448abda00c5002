package org.semblance.ear;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.assertj.core.api.SoftAssertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.database.MigratedDatabase;
import org.semblance.ear.ApiClient.Answer;

/** What holds for every operation that the API describes, whoever wrote it: each refusal that it promises is given. */
@ArquillianTest
@RunAsClient
class EndpointsIT {
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MORE_THAN_A_DOCUMENT = 1 << 20;
    private static final int MORE_THAN_A_PHOTO = 26 << 20;

    private List<Endpoint> endpoints;
    private ApiClient admin;

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @BeforeEach
    void read_the_description() throws IOException {
        String document = ApiClient.anonymous().get("/openapi?format=JSON").body();
        Files.writeString(LastAnsweredIT.description(), document);
        endpoints = Endpoint.all(document);
        admin = ApiClient.administrator();
    }

    @Test
    void nobody_passes_without_saying_who_they_are() {
        ApiClient anonymous = ApiClient.anonymous();

        expect(401, endpoint -> !endpoint.permissions().isEmpty(), endpoint -> Calls.toNothing(anonymous, endpoint));
    }

    @Test
    void what_does_not_exist_is_not_found() {
        // The gallery that examples name.
        admin.post("/api/v1/galleries", "{\"name\": \"staff\"}");

        expect(404, endpoint -> endpoint.path().contains("{"), endpoint -> Calls.toNothing(admin, endpoint));
    }

    @Test
    void who_has_asked_too_much_is_told_to_wait() {
        String key = admin.post(
                        "/api/v1/api-keys",
                        "{\"name\": \"Spent\", \"permissions\": [\"gallery:read\"], \"units_per_minute\": 1}")
                .json()
                .getString("key");
        ApiClient spent = ApiClient.withKey(key);
        spent.get("/api/v1/galleries");

        expect(429, endpoint -> true, endpoint -> Calls.toNothing(spent, endpoint));
    }

    @Test
    void a_number_that_is_none_is_refused() {
        SoftAssertions softly = new SoftAssertions();
        for (Endpoint endpoint : endpoints) {
            for (var parameter : endpoint.parameters("query")) {
                if (endpoint.answers(400) && List.of("integer", "number").contains(Endpoint.type(parameter))) {
                    Answer answer = admin.send(admin.request(
                                    endpoint.pathToNothing() + "?" + parameter.getString("name") + "=many")
                            .header("Content-Type", endpoint.takesPhoto() ? "image/jpeg" : endpoint.contentType())
                            .method(endpoint.method(), endpoint.takesPhoto() ? Calls.photo() : Calls.body(endpoint)));
                    softly.assertThat(answer.status())
                            .as(endpoint + " ?" + parameter.getString("name"))
                            .isEqualTo(400);
                }
            }
        }
        softly.assertAll();
    }

    @Test
    void a_body_that_is_no_json_is_refused() {
        expect(400, Endpoint::takesJson, endpoint -> {
            return admin.send(request(endpoint, JSON, BodyPublishers.ofString("{\"cut")));
        });
    }

    @Test
    void a_body_that_is_no_form_is_refused() {
        expect(400, endpoint -> endpoint.contentType().equals(FORM), endpoint -> {
            return admin.send(request(endpoint, FORM, BodyPublishers.ofString("logout_token=%zz")));
        });
    }

    @Test
    void a_body_of_another_type_is_refused() {
        expect(415, endpoint -> true, endpoint -> {
            return admin.send(request(endpoint, "text/csv", BodyPublishers.ofString("a,b")));
        });
    }

    @Test
    void a_body_without_what_it_needs_is_refused() {
        expect(400, endpoint -> endpoint.takesJson() && !isAllOptional(endpoint), endpoint -> {
            return admin.send(request(endpoint, JSON, BodyPublishers.ofString("{}")));
        });
    }

    @Test
    void a_body_that_is_too_large_is_refused() {
        byte[] document = ("{\"name\": \"" + "x".repeat(MORE_THAN_A_DOCUMENT) + "\"}").getBytes(StandardCharsets.UTF_8);
        byte[] photo = new byte[MORE_THAN_A_PHOTO];

        expect(413, endpoint -> !endpoint.contentType().equals("application/octet-stream"), endpoint -> {
            byte[] body =
                    switch (endpoint.contentType()) {
                        case "image/jpeg" -> photo;
                        case JSON, FORM -> document;
                        default -> form(photo);
                    };
            return admin.send(request(endpoint, endpoint.contentType(), BodyPublishers.ofByteArray(body)));
        });
    }

    private static byte[] form(byte[] photo) {
        var form = new ByteArrayOutputStream();
        for (String name : List.of("image", "other_image")) {
            form.writeBytes(("--none\r\nContent-Disposition: form-data; name=\"" + name
                            + "\"; filename=\"x.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            form.writeBytes(photo);
            form.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        form.writeBytes("--none--\r\n".getBytes(StandardCharsets.US_ASCII));
        return form.toByteArray();
    }

    @Test
    void a_request_that_is_under_way_is_not_begun_again() {
        expect(409, EndpointsIT::takesAKey, endpoint -> {
            String key = UUID.randomUUID().toString();
            beginElsewhere(key);
            return admin.send(keyed(endpoint, key));
        });
    }

    @Test
    void a_key_that_is_none_is_refused() {
        expect(400, EndpointsIT::takesAKey, endpoint -> admin.send(keyed(endpoint, "with spaces in it")));
    }

    @Test
    void a_key_stands_for_one_request_only() {
        String key = UUID.randomUUID().toString();
        admin.send(admin.request("/api/v1/galleries")
                .header("Idempotency-Key", key)
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofString("{}")));

        expect(422, endpoint -> takesAKey(endpoint) && !endpoint.path().equals("/api/v1/galleries"), endpoint -> {
            return admin.send(keyed(endpoint, key));
        });
    }

    private HttpRequest.Builder keyed(Endpoint endpoint, String key) {
        return request(endpoint, endpoint.contentType(), Calls.body(endpoint)).header("Idempotency-Key", key);
    }

    private static boolean takesAKey(Endpoint endpoint) {
        return endpoint.parameters("header").stream()
                .anyMatch(parameter -> parameter.getString("name").equals("Idempotency-Key"));
    }

    private static boolean isAllOptional(Endpoint endpoint) {
        String reference = endpoint.operation()
                .getJsonObject("requestBody")
                .getJsonObject("content")
                .getJsonObject(JSON)
                .getJsonObject("schema")
                .getString("$ref", "");
        var schema = endpoint.schemas().getJsonObject(reference.substring(reference.lastIndexOf('/') + 1));
        return schema == null || !schema.containsKey("required");
    }

    private interface Trial {
        Answer send(Endpoint endpoint);
    }

    private void expect(int status, Predicate<Endpoint> concerned, Trial trial) {
        SoftAssertions softly = new SoftAssertions();
        List<Endpoint> tried = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            if (endpoint.answers(status) && concerned.test(endpoint)) {
                tried.add(endpoint);
                Answer answer = trial.send(endpoint);
                softly.assertThat(answer.status())
                        .as(endpoint + ": " + answer.body())
                        .isEqualTo(status);
                softly.assertThat(answer.header("Content-Type"))
                        .as(endpoint.toString())
                        .startsWith("application/problem+json");
            }
        }
        softly.assertThat(tried).isNotEmpty();
        softly.assertAll();
    }

    private HttpRequest.Builder request(Endpoint endpoint, String type, BodyPublisher body) {
        return admin.request(endpoint.pathToNothing())
                .header("Content-Type", type)
                .method(endpoint.method(), body);
    }

    /** As if another node had taken the request and not yet answered it. */
    private static void beginElsewhere(String key) {
        var database = TestServer.get().database();
        try (var connection = database.as(MigratedDatabase.Role.APP).getConnection();
                var begin =
                        connection.prepareStatement("INSERT INTO idempotent_request (caller, key, target, started_at)"
                                + " VALUES ('admin', ?, 'elsewhere', now())")) {
            begin.setString(1, key);
            begin.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
