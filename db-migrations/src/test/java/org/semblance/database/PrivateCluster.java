package org.semblance.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static java.nio.file.StandardOpenOption.APPEND;

/** A PostgreSQL server for one JVM: on loopback, careless about its data, gone when the JVM ends. */
final class PrivateCluster {
    private static final int ATTEMPTS = 5;
    private static final int LONGEST_SOCKET_DIRECTORY = 90;
    // Nothing here survives the JVM, so nothing needs to reach the disk.
    private static final String SETTINGS = """
            listen_addresses = '127.0.0.1'
            fsync = off
            synchronous_commit = off
            full_page_writes = off
            wal_level = minimal
            max_wal_senders = 0
            max_connections = 100
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            """;

    /** Tests need little; a benchmark says how much a server of its size would have. */
    private static final String BUFFERS =
            "shared_buffers = " + System.getProperty("semblance.postgres.shared_buffers", "64MB") + "\n";

    /** For tests that stop the server: what was acknowledged is there afterwards. */
    private static final String CAREFUL = "synchronous_commit = on\n";

    private final PostgresPrograms programs;
    private final ClusterDirectory directory;
    private final String superuserPassword = UUID.randomUUID().toString();
    private int port;

    private PrivateCluster(PostgresPrograms programs) {
        this.programs = programs;
        this.directory = ClusterDirectory.create(programs.user(), leftover -> stopLeftover(programs, leftover));
    }

    static PrivateCluster start() {
        return start("");
    }

    /** One that may be stopped and started again. */
    static PrivateCluster startCareful() {
        return start(CAREFUL);
    }

    private static PrivateCluster start(String settings) {
        var cluster = new PrivateCluster(PostgresPrograms.find());
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::stop, "stop-private-postgresql"));
        try {
            cluster.initialise(settings);
            cluster.startServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cluster;
    }

    int port() {
        return port;
    }

    Path path() {
        return directory.path();
    }

    String superuserPassword() {
        return superuserPassword;
    }

    /** Runs a script with psql as the superuser, in the way an administrator would, and gives what it printed. */
    String psql(Path script, Map<String, String> environment, List<String> options) {
        var command = new ArrayList<>(List.of("psql", "-X", "-h", "127.0.0.1", "-p", Integer.toString(port)));
        command.addAll(List.of("-U", "postgres", "-d", "postgres", "-f", script.toString()));
        command.addAll(options);
        var all = new HashMap<>(environment);
        all.put("PGPASSWORD", superuserPassword);
        return programs.run(path(), all, command);
    }

    private void initialise(String settings) throws IOException {
        Path passwordFile = Files.writeString(path().resolve("superuser"), superuserPassword);
        programs.run(
                path(),
                Map.of(),
                List.of(
                        "initdb",
                        "--no-sync",
                        "--username=postgres",
                        "--auth=scram-sha-256",
                        "--pwfile=" + passwordFile,
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--pgdata=" + data(path())));
        String sockets = path().toString().length() > LONGEST_SOCKET_DIRECTORY ? "" : path().toString();
        Files.writeString(
                data(path()).resolve("postgresql.conf"),
                SETTINGS + BUFFERS + settings + "unix_socket_directories = '" + sockets + "'\n",
                APPEND);
    }

    /** As an administrator who has no time: sessions end in the middle of what they do. */
    void halt() {
        stopServer(programs, path());
    }

    /** After {@link #halt}, where it was before. */
    void resume() {
        launch();
    }

    private void launch() {
        programs.run(
                path(),
                Map.of(),
                List.of(
                        "pg_ctl",
                        "start",
                        "-w",
                        "-D",
                        data(path()).toString(),
                        "-l",
                        path().resolve("log").toString(),
                        "-o",
                        "-p " + port));
    }

    /** Somebody may take a free port before the server does: then another one is tried. */
    private void startServer() throws IOException {
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            try {
                launch();
                return;
            } catch (IllegalStateException e) {
                if (attempt == ATTEMPTS) {
                    throw new IllegalStateException("The private PostgreSQL does not start: " + log(), e);
                }
            }
        }
    }

    String log() {
        try {
            Path log = path().resolve("log");
            return Files.exists(log) ? Files.readString(log) : "it wrote no log";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop() {
        if (Files.exists(data(path()).resolve("postmaster.pid"))) {
            stopServer(programs, path());
        }
        directory.delete();
    }

    private static void stopLeftover(PostgresPrograms programs, Path leftover) {
        Path pidFile = data(leftover).resolve("postmaster.pid");
        try {
            if (Files.exists(pidFile)
                    && isServerOf(leftover, Files.readAllLines(pidFile).get(0))) {
                stopServer(programs, leftover);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After a crash the number in the file may belong to anybody's process. */
    private static boolean isServerOf(Path directory, String pid) {
        return ProcessHandle.of(Long.parseLong(pid.strip()))
                .flatMap(process -> process.info().commandLine())
                .filter(line -> line.contains(directory.toString()))
                .isPresent();
    }

    private static void stopServer(PostgresPrograms programs, Path directory) {
        programs.run(
                directory,
                Map.of(),
                List.of(
                        "pg_ctl",
                        "stop",
                        "-w",
                        "-m",
                        "immediate",
                        "-D",
                        data(directory).toString()));
    }

    private static Path data(Path directory) {
        return directory.resolve("data");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
