package org.semblance.ear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Every kind of answer that a test got, kept in a file until the last test reads what they all saw. */
final class Answered {
    static final String API = "/api/v1/";

    private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

    private Answered() {}

    static Path file() {
        return TestServer.target().resolve("answered.txt");
    }

    /** Forgets what earlier runs saw, unless this is the one that reads what the others saw. */
    static void begin() throws IOException {
        if (!Boolean.getBoolean("semblance.answers.kept")) {
            Files.deleteIfExists(file());
        }
    }

    static void record(String method, String path, int status) {
        String line = method + " " + path + " " + status + "\n";
        if (!path.startsWith(API) || !KNOWN.add(line)) {
            return;
        }
        try {
            Files.writeString(file(), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
