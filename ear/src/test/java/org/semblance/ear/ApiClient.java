package org.semblance.ear;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Speaks to the API as an integrated system does. */
final class ApiClient {
    /** What the tests make of the administrator's one-time password. */
    static final String PASSWORD = "a long enough secret 42";

    private static final String BOUNDARY = "----semblance-test-boundary";

    private static final String PICTURE_PART = String.join(
            "\r\n",
            "--%s",
            "Content-Disposition: form-data; name=\"%s\"; filename=\"x.jpg\"",
            "Content-Type: image/jpeg",
            "",
            "");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI base;
    private final Map<String, String> credentials;

    private ApiClient(URI base, Map<String, String> credentials) {
        this.base = base;
        this.credentials = credentials;
    }

    static ApiClient anonymous() {
        return anonymous(TestServer.get().url());
    }

    static ApiClient anonymous(URI server) {
        return new ApiClient(server, Map.of());
    }

    static ApiClient withToken(String token) {
        return withToken(TestServer.get().url(), token);
    }

    static ApiClient withToken(URI server, String token) {
        return new ApiClient(server, Map.of("Authorization", "Bearer " + token));
    }

    static ApiClient withKey(String key) {
        return withKey(TestServer.get().url(), key);
    }

    /** At another server. */
    static ApiClient withKey(URI server, String key) {
        return new ApiClient(server, Map.of("X-API-Key", key));
    }

    /** What is to be read at an address that needs no credentials. */
    static String text(URI address) {
        return new ApiClient(address, Map.of()).get(address.getPath()).body();
    }

    /** The administrator of the server of all tests. */
    static ApiClient administrator() {
        return Administrator.at(TestServer.get().url());
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    Answer post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    Answer patch(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(json)));
    }

    Answer put(String path) {
        return send(request(path).PUT(BodyPublishers.noBody()));
    }

    Answer put(String path, String json, String ifMatch) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .PUT(BodyPublishers.ofString(json)));
    }

    /** A form with a picture in the field {@code image}, as browsers and curl -F send it. */
    Answer upload(String path, Path picture, Map<String, String> fields) {
        try {
            return upload(path, Files.readAllBytes(picture), fields);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Answer upload(String path, byte[] picture, Map<String, String> fields) {
        return uploadAll(path, Map.of("image", picture), fields);
    }

    /** A form with several pictures, by the names of their fields. */
    Answer uploadAll(String path, Map<String, byte[]> pictures, Map<String, String> fields) {
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(text(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value))));
        pictures.forEach((name, picture) -> {
            body.writeBytes(text(PICTURE_PART.formatted(BOUNDARY, name)));
            body.writeBytes(picture);
            body.writeBytes(text("\r\n"));
        });
        body.writeBytes(text("--" + BOUNDARY + "--\r\n"));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
        credentials.forEach(request::header);
        return request;
    }

    Answer send(HttpRequest.Builder request) {
        try {
            var sent = request.build();
            var answer = new Answer(http.send(sent, BodyHandlers.ofByteArray()));
            Answered.record(sent.method(), sent.uri().getPath(), answer.status());
            return answer;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What came back. */
    record Answer(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String body() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        JsonObject json() {
            try (var reader = Json.createReader(new StringReader(body()))) {
                return reader.readObject();
            }
        }
    }
}
