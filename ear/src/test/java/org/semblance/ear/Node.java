package org.semblance.ear;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A server of several that share a database and an image store: it can be killed. */
final class Node implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final String name;
    private final Path home;
    private final Path base;
    private final List<String> settings;
    private final int port = TestServer.freePort();
    private final int managementPort = TestServer.freePort();
    private final int clusterPort = TestServer.freePort();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private Process process;

    /**
     * A server that is starting.
     *
     * @param settings what its JVM is told besides its name and its ports
     */
    Node(String name, Path directory, Path home, List<String> settings) throws IOException {
        this.name = name;
        this.home = home;
        this.base = directory.resolve(name);
        this.settings = settings;
        copy(home.resolve("standalone/configuration"), base.resolve("configuration"));
        Files.createDirectories(base.resolve("deployments"));
        Files.copy(
                TestServer.earFile(), base.resolve("deployments/semblance.ear"), StandardCopyOption.REPLACE_EXISTING);
        process = launch();
    }

    String name() {
        return name;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    URI managementUrl() {
        return URI.create("http://127.0.0.1:" + managementPort);
    }

    int clusterPort() {
        return clusterPort;
    }

    /** As kill -9 does: nothing of it is told. */
    void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    void startAgain() throws IOException {
        process = launch();
    }

    void awaitReady() throws InterruptedException {
        // First the application: a server that is asked for its health before it has one logs a warning each time.
        await(url().resolve("/openapi"), "openapi");
        await(URI.create("http://127.0.0.1:" + managementPort + "/health/ready"), "\"image-store\"");
    }

    private void await(URI address, String text) throws InterruptedException {
        var ready =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - end < 0) {
            if (!process.isAlive()) {
                throw new IllegalStateException("Node " + name + " has ended; look into " + base);
            }
            try {
                var answer = http.send(ready, BodyHandlers.ofString());
                if (answer.statusCode() == 200 && answer.body().contains(text)) {
                    return;
                }
            } catch (IOException e) {
                // Not listening yet, or too busy with starting to answer.
                Thread.sleep(200);
            }
            Thread.sleep(300);
        }
        throw new IllegalStateException("Node " + name + " is not ready; look into " + base);
    }

    /** What its log holds that nobody would want to find there. */
    List<String> troubles() throws IOException {
        try (Stream<String> lines = Files.lines(base.resolve("log/server.log"))) {
            return lines.filter(line -> line.matches("\\d{4}-.*? (WARN|ERROR|FATAL) .*"))
                    .filter(line -> !line.contains("WFLYMPHEALTH0003"))
                    .toList();
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private Process launch() throws IOException {
        var options = new ArrayList<>(settings);
        options.add("-Djboss.node.name=" + name);
        options.add("-Djboss.http.port=" + port);
        options.add("-Djboss.management.http.port=" + managementPort);
        options.add("-Dsemblance.cluster.port=" + clusterPort);
        options.add("-Djboss.server.base.dir=" + base);
        var builder = new ProcessBuilder("sh", home.resolve("bin/standalone.sh").toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(base.resolve("out.log").toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS", String.join(" ", options));
        return builder.start();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path));
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
