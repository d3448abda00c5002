package org.semblance.ear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A real Keycloak with the realm of a company, as its makers ship it. */
final class KeycloakServer implements AutoCloseable {
    static final String CLIENT_SECRET = "secret-of-the-portal";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final int port;
    private final Path log;
    private final Process process;

    private KeycloakServer(int port, Path log, Process process) {
        this.port = port;
        this.log = log;
        this.process = process;
    }

    /** Waits until it is ready. */
    static KeycloakServer start(Path home, int port, URI portal) {
        Path log = home.resolve("keycloak.log");
        try {
            TestServer.deleteRecursively(home.resolve("data"));
            Path realms = Files.createDirectories(home.resolve("data/import"));
            Files.writeString(realms.resolve("company-realm.json"), realm(portal));
            var builder = new ProcessBuilder(List.of(
                            "sh",
                            home.resolve("bin/kc.sh").toString(),
                            "start-dev",
                            "--import-realm",
                            "--cache=local",
                            "--http-host=127.0.0.1",
                            "--http-port=" + port,
                            "--hostname=http://127.0.0.1:" + port))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
            var server = new KeycloakServer(port, log, builder.start());
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String issuer(int port) {
        return "http://127.0.0.1:" + port + "/realms/company";
    }

    String issuer() {
        return issuer(port);
    }

    URI endpoint(String name) {
        return URI.create(issuer() + "/protocol/openid-connect/" + name);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() {
        var http = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                .timeout(Duration.ofSeconds(10))
                .build();
        Instant last = Instant.now().plus(PATIENCE);
        while (!isReady(http, request)) {
            if (!process.isAlive() || Instant.now().isAfter(last)) {
                close();
                throw new AssertionError("Keycloak does not start; see " + log);
            }
        }
    }

    private static boolean isReady(HttpClient http, HttpRequest request) {
        try {
            if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                return true;
            }
        } catch (IOException e) {
            // not yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return false;
    }

    private static String realm(URI portal) throws IOException {
        try (var realm = KeycloakServer.class.getResourceAsStream("/keycloak/company-realm.json")) {
            if (realm == null) {
                throw new IllegalStateException("There is no realm to import");
            }
            return new String(realm.readAllBytes(), StandardCharsets.UTF_8).replace("@portal@", portal.toString());
        }
    }
}
