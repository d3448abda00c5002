package org.semblance.database;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

/** The private cluster of this JVM with the roles and two template databases: one only prepared, one migrated. */
final class PreparedCluster {
    static final String PREPARED = "prepared";
    static final String MIGRATED = "migrated";

    private static @Nullable PreparedCluster instance;
    private static @Nullable String failure;

    private final PrivateCluster server;
    private final Map<String, String> passwords;
    private final AtomicInteger copies = new AtomicInteger();

    private PreparedCluster(PrivateCluster server) {
        this.server = server;
        this.passwords = Map.of(
                "semblance_owner", UUID.randomUUID().toString(),
                "semblance_app", UUID.randomUUID().toString(),
                "semblance_read", UUID.randomUUID().toString(),
                "postgres", server.superuserPassword());
        prepare(PREPARED);
        copy(PREPARED, MIGRATED);
        migrate();
    }

    /** Starts the cluster with the first call; what hindered it then hinders every later call in the same words. */
    static synchronized PreparedCluster get() {
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        if (instance == null) {
            try {
                instance = new PreparedCluster(PrivateCluster.start());
            } catch (RuntimeException e) {
                failure = String.valueOf(e.getMessage());
                throw e;
            }
        }
        return instance;
    }

    /** One of its own for whoever stops it. */
    static PreparedCluster alone() {
        return new PreparedCluster(PrivateCluster.startCareful());
    }

    void halt() {
        server.halt();
    }

    void resume() {
        server.resume();
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
    }

    String password(String user) {
        return requireNonNull(passwords.get(user), user);
    }

    /** Runs prepare.sql for a database as an administrator does, and gives what it printed. */
    String prepare(String database, String... variables) {
        var options = new ArrayList<>(List.of("-v", "database=" + database));
        for (String variable : variables) {
            options.addAll(List.of("-v", variable));
        }
        try (InputStream resource = PreparedCluster.class.getResourceAsStream("prepare.sql")) {
            if (resource == null) {
                throw new IllegalStateException("prepare.sql is not on the classpath");
            }
            Path script = server.path().resolve("prepare.sql");
            Files.write(script, resource.readAllBytes());
            return server.psql(
                    script,
                    Map.of(
                            "SEMBLANCE_DB_OWNER_PASSWORD", password("semblance_owner"),
                            "SEMBLANCE_DB_PASSWORD", password("semblance_app"),
                            "SEMBLANCE_DB_READ_PASSWORD", password("semblance_read")),
                    options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String log() {
        return server.log();
    }

    String copy(String template) {
        String name = "semblance_" + copies.incrementAndGet();
        copy(template, name);
        return name;
    }

    void drop(String database) {
        execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
    }

    /** The rights on the database itself are not copied from a template: they are those of prepare.sql. */
    private void copy(String template, String name) {
        execute("CREATE DATABASE " + name + " TEMPLATE " + template + " OWNER semblance_owner");
        execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
        execute("GRANT CONNECT ON DATABASE " + name + " TO semblance_app, semblance_read");
    }

    private void migrate() {
        var output = new ByteArrayOutputStream();
        var stream = new PrintStream(output, true, UTF_8);
        var environment =
                Map.of("SEMBLANCE_DB_URL", url(MIGRATED), "SEMBLANCE_DB_OWNER_PASSWORD", password("semblance_owner"));
        if (Migrate.run(environment, stream, stream) != 0) {
            throw new IllegalStateException("The test database cannot be migrated: " + output.toString(UTF_8));
        }
    }

    private synchronized void execute(String statement) {
        try (var connection = DriverManager.getConnection(url("postgres"), "postgres", password("postgres"));
                var jdbc = connection.createStatement()) {
            jdbc.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement + ": " + e.getMessage(), e);
        }
    }
}
