package org.semblance.ear;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An integrated system that events are sent to; it believes nothing that is not signed. */
final class WebhookReceiver implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 204;

    record Received(String body, String event, String signature) {
        /** As the documentation tells receivers to. */
        boolean isSignedWith(String secret) {
            String time = signature.substring("t=".length(), signature.indexOf(','));
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                byte[] hmac = mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8));
                return List.of(signature.split(","))
                        .contains("v1=" + HexFormat.of().formatHex(hmac));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    WebhookReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    void answer(int with) {
        status = with;
    }

    /** What came in, once it is so many. */
    List<Received> await(int count) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (received.size() < count && System.nanoTime() - end < 0) {
            Thread.sleep(50);
        }
        return List.copyOf(received);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            received.add(
                    new Received(body, headers.getFirst("Semblance-Event"), headers.getFirst("Semblance-Signature")));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
