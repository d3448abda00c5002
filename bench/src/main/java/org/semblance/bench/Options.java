package org.semblance.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the user chose, by arguments after the benchmark's name and by the environment. */
record Options(List<String> arguments, Map<String, String> environment) {
    private static final int DEFAULT_ROUNDS = 60;
    private static final int DEFAULT_CALLS = 1000;
    private static final int DEFAULT_MINUTES = 10;
    private static final int MOST = 1_000_000;

    Options {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** Rounds that are measured; a third as many come before them as a warm-up. */
    Race race() {
        return new Race(Math.max(5, rounds() / 3), rounds());
    }

    private int rounds() {
        return count(environment.get("SEMBLANCE_BENCH_ROUNDS"), "SEMBLANCE_BENCH_ROUNDS", DEFAULT_ROUNDS);
    }

    /** A fifth of the rounds, for what takes long. */
    Race shortRace() {
        return new Race(2, Math.max(5, rounds() / 5));
    }

    /** Turns of half a second that callers get. */
    int slices() {
        return Math.max(3, rounds() / 8);
    }

    int calls() {
        return count(arguments.isEmpty() ? null : arguments.get(0), "The number of calls", DEFAULT_CALLS);
    }

    /** One of several numbers in the order of the arguments. */
    int number(int position, String name, int otherwise) {
        return count(arguments.size() <= position ? null : arguments.get(position), name, otherwise);
    }

    /** Sizes of galleries to search. */
    List<Integer> sizes() {
        return arguments.isEmpty()
                ? List.of(10_000, 100_000)
                : arguments.stream()
                        .map(size -> count(size, "The number of faces", DEFAULT_CALLS))
                        .toList();
    }

    /** Probes that are searched for in each gallery. */
    int probes() {
        return Math.max(20, rounds() * 3);
    }

    /** How long the fuzzer runs. */
    int minutes() {
        return count(arguments.isEmpty() ? null : arguments.get(0), "The number of minutes", DEFAULT_MINUTES);
    }

    /** A directory with further pictures for the fuzzer to begin with. */
    Optional<String> seeds() {
        return arguments.size() < 2 ? Optional.empty() : Optional.of(arguments.get(1));
    }

    URI server() {
        String url = environment.getOrDefault("SEMBLANCE_URL", "http://127.0.0.1:8080");
        try {
            var server = URI.create(url.endsWith("/") ? url : url + "/");
            if (List.of("http", "https").contains(String.valueOf(server.getScheme()))) {
                return server;
            }
            throw new BenchmarkException("SEMBLANCE_URL must begin with http:// or https://, unlike " + url);
        } catch (IllegalArgumentException e) {
            throw new BenchmarkException("SEMBLANCE_URL is no address: " + url, e);
        }
    }

    /** Whether there is a server to ask, as far as one can tell. */
    boolean hasAccount() {
        return !environment.getOrDefault("SEMBLANCE_BENCH_USER", "").isEmpty();
    }

    /** The Python to ask for FAISS, where it is not the usual one. */
    Optional<String> python() {
        return Optional.ofNullable(environment.get("SEMBLANCE_BENCH_PYTHON")).filter(path -> !path.isEmpty());
    }

    /** The import directory of the server, when it is on this machine. */
    Optional<Path> imports() {
        return Optional.ofNullable(environment.get("SEMBLANCE_BENCH_IMPORT"))
                .filter(path -> !path.isEmpty())
                .map(Path::of);
    }

    /** The directory of the model pack that the server uses, where it is not the starter's. */
    Optional<Path> pack() {
        return Optional.ofNullable(environment.get("SEMBLANCE_BENCH_PACK"))
                .filter(path -> !path.isEmpty())
                .map(Path::of);
    }

    /** How many pictures are enrolled. */
    int pictures() {
        return count(environment.get("SEMBLANCE_BENCH_PICTURES"), "SEMBLANCE_BENCH_PICTURES", DEFAULT_CALLS);
    }

    String user() {
        return required("SEMBLANCE_BENCH_USER");
    }

    String password() {
        return required("SEMBLANCE_BENCH_PASSWORD");
    }

    private String required(String name) {
        String value = environment.get(name);
        if (value == null || value.isEmpty()) {
            throw new BenchmarkException(name + " is not set; set SEMBLANCE_BENCH_USER and SEMBLANCE_BENCH_PASSWORD "
                    + "to an account of the server that may detect, search, enroll and change galleries");
        }
        return value;
    }

    private static int count(@Nullable String text, String name, int otherwise) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new BenchmarkException(name + " must be a whole number from 1 to " + MOST + ", not " + text, e);
        }
        throw new BenchmarkException(name + " must be a whole number from 1 to " + MOST + ", not " + text);
    }
}
