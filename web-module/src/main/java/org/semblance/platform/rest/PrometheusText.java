package org.semblance.platform.rest;

import io.smallrye.metrics.MetricsRequestHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** All metrics of the application as Prometheus reads them. */
@ApplicationScoped
public class PrometheusText {
    private static final String PATH = "/metrics";

    private final MetricsRequestHandler handler = new MetricsRequestHandler();

    public String read() {
        var text = new AtomicReference<>("");
        try {
            handler.handleRequest(
                    PATH, PATH, "GET", Stream.of("text/plain"), Map.of(), (status, body, headers) -> text.set(body));
        } catch (IOException e) {
            throw new UncheckedIOException("The metrics could not be written", e);
        }
        return String.valueOf(text.get());
    }
}
