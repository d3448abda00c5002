package org.semblance.surveillance.spool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A disk that is really full: a file system of 2 MiB in a mount namespace of its own, used by a process of its own. */
class FullDiskTest {
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    Path disk;

    @Test
    void keeps_the_oldest_says_so_and_goes_on_when_there_is_room_again() throws Exception {
        assumeTrue(
                run(List.of("sh", "-c", "mount -t tmpfs -o size=2m tmpfs " + disk))
                        .equals(""),
                "Skipped: this system lets nobody mount a file system of his own (unshare --map-root-user --mount)");

        String told = run(List.of(
                "sh",
                "-c",
                "mount -t tmpfs -o size=2m tmpfs \"$1\" && shift && exec \"$@\"",
                "sh",
                disk.toString(),
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                FullDiskUser.class.getName(),
                disk.toString()));

        assertThat(told.lines())
                .containsExactly(
                        "refused as spool-full, asks to come back after 30 s",
                        "full before true, after room was made false",
                        "all that was accepted is there, in its order",
                        "what a crash had cut off costs none before it");
    }

    /** What the command prints, with its errors; in a mount namespace that ends with it. */
    private static String run(List<String> command) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(List.of("unshare", "--map-root-user", "--mount"));
        whole.addAll(command);
        Process process;
        try {
            process = new ProcessBuilder(whole).redirectErrorStream(true).start();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return output;
    }
}
