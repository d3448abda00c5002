package org.semblance.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The programs of the PostgreSQL on this machine; as root they are run by somebody else, because they refuse root. */
final class PostgresPrograms {
    private static final String INSTALL =
            "Tests with a database need PostgreSQL 15 or newer with pgvector 0.8.0 or newer."
                    + " Run ./semblance up once, which installs both, or install them by hand"
                    + " (apt-get install postgresql postgresql-<version>-pgvector); a PostgreSQL in an unusual place is named by"
                    + " SEMBLANCE_PG_BIN, the directory that holds initdb and postgres.";

    private final Path directory;
    private final @Nullable String unprivilegedUser;

    private PostgresPrograms(Path directory, @Nullable String unprivilegedUser) {
        this.directory = directory;
        this.unprivilegedUser = unprivilegedUser;
    }

    static PostgresPrograms find() {
        List<Path> found = candidates(System.getenv()).stream()
                .filter(directory -> Files.isExecutable(directory.resolve("initdb")))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalStateException("PostgreSQL was not found. " + INSTALL);
        }
        Path best =
                found.stream().filter(PostgresPrograms::hasPgvector).findFirst().orElse(found.get(0));
        return new PostgresPrograms(best, System.getProperty("user.name").equals("root") ? unprivileged() : null);
    }

    /** The user that must own the files of the cluster. */
    String user() {
        return unprivilegedUser == null ? System.getProperty("user.name") : unprivilegedUser;
    }

    /** Runs a program to its end in a directory, with extra environment, and gives what it printed. */
    String run(Path workDirectory, Map<String, String> environment, List<String> command) {
        try {
            // A file and not a pipe: the server would inherit the pipe and keep it open.
            Path output = Files.createTempFile(workDirectory, "output", ".txt");
            var builder = new ProcessBuilder(commandLine(command))
                    .directory(workDirectory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().putAll(environment);
            var process = builder.start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(command.get(0) + " did not end within 2 minutes");
            }
            String printed = Files.readString(output);
            Files.delete(output);
            if (process.exitValue() != 0) {
                throw new IllegalStateException(command.get(0) + " ended with " + process.exitValue() + ": " + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(command.get(0) + " was interrupted", e);
        }
    }

    private List<String> commandLine(List<String> command) {
        var line = new ArrayList<String>();
        if (unprivilegedUser != null) {
            line.addAll(List.of(
                    "setpriv",
                    "--reuid=" + unprivilegedUser,
                    "--regid=" + output("id", "-g", unprivilegedUser),
                    "--clear-groups"));
        }
        line.add(directory.resolve(command.get(0)).toString());
        line.addAll(command.subList(1, command.size()));
        return line;
    }

    private static String unprivileged() {
        return output("id", "-u", "postgres").isEmpty() ? "nobody" : "postgres";
    }

    private static List<Path> candidates(Map<String, String> environment) {
        String named = environment.get("SEMBLANCE_PG_BIN");
        if (named != null) {
            return List.of(Path.of(named));
        }
        var candidates = new ArrayList<>(debianDirectories());
        String onPath = output("pg_config", "--bindir");
        if (!onPath.isEmpty()) {
            candidates.add(Path.of(onPath));
        }
        return candidates;
    }

    private static List<Path> debianDirectories() {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.filter(version -> version.getFileName().toString().matches("\\d+"))
                    .sorted(Comparator.comparingInt((Path version) ->
                                    Integer.parseInt(version.getFileName().toString()))
                            .reversed())
                    .map(version -> version.resolve("bin"))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean hasPgvector(Path bin) {
        Path version = bin.resolveSibling("").normalize();
        return Stream.of(
                        Path.of("/usr/share/postgresql").resolve(version.getFileName()),
                        version.resolve("share"),
                        version.resolve("share/postgresql"))
                .anyMatch(share -> Files.exists(share.resolve("extension/vector.control")));
    }

    /** What a program prints on one line; empty when it fails or is not there. */
    private static String output(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            return process.waitFor() == 0 ? text : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
