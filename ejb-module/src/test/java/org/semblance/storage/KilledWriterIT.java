package org.semblance.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.semblance.database.MigratedDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** A server is killed while it stores and deletes images: what is left is whole, or gone after the sweep. */
class KilledWriterIT {
    private static MigratedDatabase database;

    @TempDir
    Path directory;

    private ImageTable table;

    @BeforeAll
    static void open() {
        database = MigratedDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        table = new ImageTable(database.app());
        table.clear();
    }

    @ParameterizedTest
    @EnumSource(DyingWriter.Step.class)
    void leaves_no_row_without_file_and_no_file_without_row(DyingWriter.Step step) throws Exception {
        int exit = kill(step);
        assertThat(exit).isEqualTo(step == DyingWriter.Step.NEVER ? 0 : DyingWriter.DEAD);
        assertThat(stored()).as("no row is ever without its file").containsAll(rows());

        var files = new FileImageStore(new StorageSettings(directory.toString(), "unused", Duration.ofMinutes(1), 0));
        IntentSweep.sweep(files, new ImageIntents(database.app()), Duration.ofSeconds(-1));

        boolean isStored = step == DyingWriter.Step.COMMIT || step == DyingWriter.Step.ROWS_DELETED;
        assertThat(rows()).hasSize(isStored ? 2 : 0);
        assertThat(stored()).isEqualTo(rows());
        assertThat(table.intents()).isEmpty();
    }

    private int kill(DyingWriter.Step step) throws IOException, InterruptedException {
        var app = MigratedDatabase.Role.APP;
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                DyingWriter.class.getName(),
                step.name(),
                database.url(),
                app.user(),
                directory.toString());
        command.environment().put("DYING_WRITER_PASSWORD", database.password(app));
        Process process = command.inheritIO().start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private List<String> rows() {
        return table.rows().stream().map(ImageKey::value).toList();
    }

    /** Whatever lies in the store, interrupted writes included. */
    private List<String> stored() {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
