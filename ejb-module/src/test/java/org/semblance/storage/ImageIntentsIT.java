package org.semblance.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.TestTransaction;
import org.semblance.database.MigratedDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ImageIntentsIT {
    private static final NewImage IMAGE = image("original");
    private static final NewImage CROP = image("crop");

    private static MigratedDatabase database;

    @TempDir
    Path directory;

    private FileImageStore files;
    private ImageIntents intents;
    private IntentImageStore images;
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
        intents = new ImageIntents(database.app());
        files = new FileImageStore(new StorageSettings(directory.toString(), "unused", Duration.ofMinutes(1), 0));
        images = new IntentImageStore(files, intents);
    }

    @Test
    void a_row_fulfils_the_intent_of_its_file() {
        images.putAll(List.of(IMAGE, CROP));
        assertThat(table.intents()).hasSize(2);

        table.insert(IMAGE, CROP);

        assertThat(table.intents()).isEmpty();
        assertThat(sweep()).isZero();
        assertThat(stored()).hasSize(2);
    }

    @Test
    void a_file_that_gets_no_row_is_removed() {
        images.putAll(List.of(IMAGE, CROP));

        assertThat(sweep()).isEqualTo(2);

        assertThat(stored()).isEmpty();
        assertThat(sweep()).isZero();
    }

    @Test
    void a_young_intent_is_left_alone() {
        images.putAll(List.of(IMAGE));

        assertThat(IntentSweep.sweep(files, intents, IntentSweep.MIN_AGE)).isZero();

        assertThat(stored()).hasSize(1);
    }

    @Test
    void a_row_that_comes_after_its_file_was_removed_is_refused() {
        images.putAll(List.of(IMAGE));
        sweep();

        assertThatThrownBy(() -> table.insert(IMAGE)).hasRootCauseInstanceOf(SQLException.class);

        assertThat(table.rows()).isEmpty();
    }

    @Test
    void what_was_removed_may_be_written_again() {
        images.putAll(List.of(IMAGE));
        images.putAll(List.of(IMAGE));
        sweep();

        images.putAll(List.of(IMAGE));
        table.insert(IMAGE);

        assertThat(table.rows()).containsExactly(IMAGE.key());
        assertThat(table.intents()).isEmpty();
        assertThat(stored()).hasSize(1);
    }

    @Test
    void a_write_that_failed_only_seemingly_keeps_its_file() {
        images.putAll(List.of(IMAGE, CROP));
        table.insert(IMAGE);

        images.takeBack(List.of(IMAGE.key(), CROP.key()));

        assertThat(stored()).hasSize(1);
        assertThat(files.get(IMAGE.key())).isEqualTo(IMAGE.bytes());
        assertThat(table.intents()).isEmpty();
    }

    @Test
    void a_row_that_is_about_to_be_committed_keeps_its_file() {
        images.putAll(List.of(IMAGE));

        int removed = TestTransaction.in(database.app(), transaction -> {
            new ImageTable(transaction).insert(IMAGE);
            return sweep();
        });

        assertThat(removed).isZero();
        assertThat(table.rows()).containsExactly(IMAGE.key());
        assertThat(stored()).hasSize(1);
    }

    @Test
    void a_row_waits_for_the_sweep_that_removes_its_file_and_is_then_refused() {
        images.putAll(List.of(IMAGE));

        var inserting = TestTransaction.in(database.app(), transaction -> {
            new ImageIntents(transaction).giveUp(Duration.ofSeconds(-1), 10, files::delete);
            var insert = CompletableFuture.runAsync(() -> table.insert(IMAGE));
            assertThatThrownBy(() -> insert.get(200, TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            return insert;
        });

        assertThatThrownBy(inserting::join).hasRootCauseInstanceOf(SQLException.class);
        assertThat(table.rows()).isEmpty();
        assertThat(stored()).isEmpty();
    }

    @Test
    void two_sweeps_share_the_work() {
        images.putAll(List.of(IMAGE, CROP));

        int second = TestTransaction.in(database.app(), transaction -> {
            int first = new ImageIntents(transaction).giveUp(Duration.ofSeconds(-1), 1, files::delete);
            assertThat(first).isEqualTo(1);
            return sweep();
        });

        assertThat(second).isEqualTo(1);
        assertThat(stored()).isEmpty();
    }

    @Test
    void a_row_that_goes_leaves_an_intent_until_its_file_is_gone() {
        images.putAll(List.of(IMAGE, CROP));
        table.insert(IMAGE, CROP);

        table.delete(IMAGE, CROP);
        assertThat(table.intents()).containsExactlyInAnyOrder(IMAGE.key(), CROP.key());
        images.deleteAll(List.of(IMAGE.key()));

        assertThat(table.intents()).containsExactly(CROP.key());
        assertThat(sweep()).isEqualTo(1);
        assertThat(stored()).isEmpty();
    }

    @Test
    void removing_files_of_rows_that_are_being_rolled_back_does_not_wait_for_them() {
        images.putAll(List.of(IMAGE));

        assertThatThrownBy(() -> TestTransaction.in(database.app(), transaction -> {
                    new ImageTable(transaction).insert(IMAGE);
                    images.deleteAll(List.of(IMAGE.key()));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(stored()).isEmpty();
        assertThat(table.rows()).isEmpty();
        assertThat(sweep()).isEqualTo(1);
    }

    @Test
    void a_store_that_cannot_write_leaves_no_intent() {
        var broken = new IntentImageStore(
                new FileImageStore(new StorageSettings("/dev/null", "unused", Duration.ofMinutes(1), 0)) {
                    @Override
                    boolean delete(ImageKey key) {
                        return false;
                    }
                },
                intents);

        assertThatThrownBy(() -> broken.putAll(List.of(IMAGE))).isInstanceOf(ImageStoreException.class);

        assertThat(table.intents()).isEmpty();
    }

    private int sweep() {
        return IntentSweep.sweep(files, intents, Duration.ofSeconds(-1));
    }

    private List<Path> stored() {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static NewImage image(String kind) {
        return new NewImage(new ImageKey("test/" + kind + ".png"), new byte[9], "image/png", 3, 3, Retention.ENROLLED);
    }
}
