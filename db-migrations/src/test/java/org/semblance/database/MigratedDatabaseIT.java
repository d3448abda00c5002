package org.semblance.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MigratedDatabaseIT {
    @Test
    void gives_each_caller_a_database_of_its_own() throws Exception {
        try (var first = MigratedDatabase.fresh();
                var second = MigratedDatabase.fresh()) {
            new Sql(first.app()).run("INSERT INTO gallery (name, title) VALUES ('staff', 'Staff')");

            assertThat(new Sql(second.app()).rows("SELECT name FROM gallery")).isEmpty();
        }
    }

    @Test
    void is_gone_after_it_was_closed() {
        var database = MigratedDatabase.fresh();

        database.close();

        assertThatThrownBy(() -> new Sql(database.app()).rows("SELECT 1")).hasMessageContaining("does not exist");
    }

    @Test
    void costs_little() {
        MigratedDatabase.fresh().close();
        long start = System.nanoTime();

        MigratedDatabase.fresh().close();

        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(5));
    }

    @Test
    void removes_what_a_killed_run_left_behind() throws Exception {
        var killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AbandonedCluster.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Path leftover = Path.of(new String(killed.getInputStream().readAllBytes(), UTF_8).strip());
        assertThat(killed.waitFor()).isEqualTo(137);
        var server = ProcessHandle.of(Long.parseLong(Files.readAllLines(leftover.resolve("data/postmaster.pid"))
                        .get(0)))
                .orElseThrow();
        assertThat(server.isAlive()).isTrue();

        PrivateCluster.start();

        assertThat(leftover).doesNotExist();
        // The kernel lists a process until its parent has taken note of its end.
        assertThat(server.onExit()).succeedsWithin(Duration.ofSeconds(30));
    }
}
