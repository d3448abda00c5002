package org.semblance.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ApiClientTest {
    private static final String PREFIX = "/api/v1/";

    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private volatile String galleries = "{\"items\":[]}";
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile String accepted = "Bearer token1";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(PREFIX, this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void an_expired_token_is_replaced_and_the_call_repeated() {
        var client = ApiClient.signIn(options());
        accepted = "Bearer token2";

        assertThat(client.detect(new byte[] {1})).isEqualTo("{\"id\":7}");
        assertThat(calls).containsExactly("POST auth/token", "POST detect", "POST auth/token", "POST detect");
    }

    @Test
    void the_gallery_is_made_with_people_searched_and_deleted() {
        var client = ApiClient.signIn(options());
        calls.clear();

        try (var gallery = BenchGallery.create(client, Checkout.find())) {
            gallery.search(new byte[] {1});
        }

        assertThat(calls)
                .startsWith("GET galleries", "POST galleries", "POST persons")
                .endsWith("POST search?gallery=bench", "DELETE galleries/bench");
        assertThat(Collections.frequency(calls, "POST persons/7/faces")).isEqualTo(5);
    }

    @Test
    void a_gallery_that_no_benchmark_made_is_left_alone() {
        galleries = "{\"items\":[{\"name\":\"bench\",\"title\":\"Judges\"}]}";
        var client = ApiClient.signIn(options());

        assertThatExceptionOfType(BenchmarkException.class)
                .isThrownBy(() -> BenchGallery.create(client, Checkout.find()))
                .withMessageContaining("that no benchmark made");
        assertThat(calls).containsExactly("POST auth/token", "GET galleries");
    }

    private Options options() {
        return new Options(
                List.of(),
                Map.of(
                        "SEMBLANCE_URL",
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                        "SEMBLANCE_BENCH_USER",
                        "bench",
                        "SEMBLANCE_BENCH_PASSWORD",
                        "secret"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString().substring(PREFIX.length());
        calls.add(exchange.getRequestMethod() + " " + path);
        exchange.getRequestBody().readAllBytes();
        if (path.equals("auth/token")) {
            send(exchange, 200, "{\"access_token\":\"token" + tokens.incrementAndGet() + "\"}");
        } else if (!accepted.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "{}");
        } else if (exchange.getRequestMethod().equals("GET")) {
            send(exchange, 200, galleries);
        } else {
            send(exchange, 200, "{\"id\":7}");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var stream = exchange.getResponseBody()) {
            stream.write(bytes);
        }
    }
}
