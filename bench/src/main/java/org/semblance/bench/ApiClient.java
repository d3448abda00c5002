package org.semblance.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Calls the API of a running server, one call at a time over one connection that stays open. */
final class ApiClient {
    private static final String JSON = "application/json";
    private static final String JPEG = "image/jpeg";
    private static final int UNAUTHENTICATED = 401;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;
    private final String user;
    private final String password;
    private String token = "";

    private ApiClient(Options options) {
        base = options.server().resolve("api/v1/");
        user = options.user();
        password = options.password();
    }

    static ApiClient signIn(Options options) {
        var api = new ApiClient(options);
        api.signIn();
        return api;
    }

    private void signIn() {
        var body = Json.createObjectBuilder()
                .add("username", user)
                .add("password", password)
                .build();
        var request = request("auth/token", JSON).POST(text(body)).build();
        token = parse(accept(request, send(request))).getString("access_token");
    }

    String detect(byte[] jpeg) {
        return post("detect", JPEG, BodyPublishers.ofByteArray(jpeg));
    }

    String postPhoto(String path, byte[] jpeg) {
        return post(path, JPEG, BodyPublishers.ofByteArray(jpeg));
    }

    /** The answer to a photo; nothing when the server asks to come back, which is waited for. */
    Optional<String> tryPhoto(String path, byte[] jpeg) {
        var request = request(path, JPEG)
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofByteArray(jpeg))
                .build();
        var response = send(request);
        if (response.statusCode() == UNAUTHENTICATED) {
            signIn();
            return Optional.empty();
        }
        var wait = response.headers().firstValueAsLong("Retry-After");
        if (wait.isPresent() && response.statusCode() / 100 != 2) {
            pause(wait.getAsLong());
            return Optional.empty();
        }
        return Optional.of(accept(request, response));
    }

    private static void pause(long seconds) {
        try {
            Thread.sleep(seconds * 1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("The wait for the server was interrupted", e);
        }
    }

    JsonObject postJson(String path, JsonObject body) {
        return parse(post(path, JSON, text(body)));
    }

    String get(String path) {
        return call(() -> request(path, JSON).GET());
    }

    void delete(String path) {
        call(() -> request(path, JSON).DELETE());
    }

    static JsonObject parse(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private String post(String path, String type, BodyPublisher body) {
        return call(() -> request(path, type).POST(body));
    }

    /** Tokens live for minutes, benchmarks may run for longer. */
    private String call(Supplier<HttpRequest.Builder> call) {
        var request = call.get().header("Authorization", "Bearer " + token).build();
        var response = send(request);
        if (response.statusCode() == UNAUTHENTICATED) {
            signIn();
            request = call.get().header("Authorization", "Bearer " + token).build();
            response = send(request);
        }
        return accept(request, response);
    }

    private HttpRequest.Builder request(String path, String type) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", type)
                .timeout(Duration.ofMinutes(1));
    }

    private static BodyPublisher text(JsonStructure body) {
        return BodyPublishers.ofString(body.toString());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new BenchmarkException(
                    "No answer from " + request.uri() + " (" + e + "); start the server with ./semblance up, "
                            + "or set SEMBLANCE_URL to where it runs",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("The call of " + request.uri() + " was interrupted", e);
        }
    }

    private static String accept(HttpRequest request, HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new BenchmarkException(request.method() + " " + request.uri() + " was answered with "
                    + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
