package org.semblance.platform.net;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** Another system, which takes what is sent to it and answers as it is told. */
public final class TestReceiver implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private volatile Function<Received, Reply> behaviour = request -> Reply.status(204);

    /** What came in; the names of headers as the JDK's server spells them. */
    public record Received(String path, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }

    /** What goes out, after a while. */
    public record Reply(int status, Map<String, String> headers, String body, long delayMillis) {
        public static Reply status(int status) {
            return new Reply(status, Map.of(), "", 0);
        }

        public Reply with(String header, String value) {
            return new Reply(status, Map.of(header, value), body, delayMillis);
        }

        public Reply saying(String text) {
            return new Reply(status, headers, text, delayMillis);
        }

        public Reply after(long millis) {
            return new Reply(status, headers, body, millis);
        }
    }

    private TestReceiver(HttpServer server) {
        this.server = server;
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    public static TestReceiver http() {
        return http(0);
    }

    public static TestReceiver http(int port) {
        try {
            return new TestReceiver(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static TestReceiver https(SSLContext certificate) {
        try {
            var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(certificate));
            return new TestReceiver(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TestReceiver answering(Function<Received, Reply> now) {
        behaviour = now;
        return this;
    }

    public TestReceiver answering(Reply always) {
        return answering(request -> always);
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var request = new Received(exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body);
            received.add(request);
            answer(exchange, behaviour.apply(request));
        }
    }

    private static void answer(HttpExchange exchange, Reply reply) throws IOException {
        if (!sleep(reply.delayMillis())) {
            return;
        }
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static boolean sleep(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
