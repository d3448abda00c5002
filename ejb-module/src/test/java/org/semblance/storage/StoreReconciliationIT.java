package org.semblance.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.CurrentTransaction;
import org.semblance.database.MigratedDatabase;
import org.semblance.lifetime.Account;
import org.semblance.lifetime.Portion;
import org.semblance.lifetime.RetentionKind;
import org.semblance.platform.Statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The image store and the database are brought together again, both ways. */
class StoreReconciliationIT {
    private static MigratedDatabase database;

    @TempDir
    Path root;

    private final Map<String, Long> told = new HashMap<>();
    private final Account account = (place, kind, portion) -> told.merge(kind, portion.rows(), Long::sum);
    private CurrentTransaction transactions;
    private FileImageStore files;
    private QuarantineDirectory directory;
    private ImageQuarantine quarantine;
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
        transactions = new CurrentTransaction(database.app());
        var settings = new StorageSettings(root.toString(), "unused", Duration.ofMinutes(1), 0);
        files = new FileImageStore(settings);
        directory = new QuarantineDirectory(settings);
        quarantine = new Transactional();
        table = new ImageTable(database.app());
        table.clear();
        new Statements(database.owner()).change("TRUNCATE quarantined_file");
    }

    @Test
    void a_file_that_no_row_names_is_set_aside_and_one_that_has_a_row_stays() {
        stored("named", true);
        stored("loose", false);

        reconcile(false);
        reconcile(false);

        assertThat(told).containsEntry(ImageQuarantine.UNNAMED, 1L);
        assertThat(exists("named")).isTrue();
        assertThat(exists("loose")).isFalse();
        assertThat(directory.holds(key("loose"))).isTrue();
        assertThat(quarantine.list(0, 10).items()).singleElement().satisfies(file -> {
            assertThat(file.key()).isEqualTo(key("loose"));
            assertThat(file.size()).isEqualTo(9);
            assertThat(Duration.between(file.since(), Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
        });
    }

    @Test
    void what_is_young_or_has_an_intent_is_left_alone() {
        stored("young", false);
        touch("young", Duration.ZERO);
        stored("written", false);
        new ImageIntents(database.app()).announce(List.of(key("written")));

        reconcile(false);

        assertThat(told.get(ImageQuarantine.UNNAMED)).isNull();
        assertThat(exists("young") && exists("written")).isTrue();
    }

    @Test
    void a_dry_run_tells_the_same_and_moves_nothing() {
        stored("loose", false);
        stored("gone", true);
        files.delete(key("gone"));

        reconcile(true);
        var dry = Map.copyOf(told);
        assertThat(exists("loose")).isTrue();
        assertThat(missing()).isEmpty();
        told.clear();
        reconcile(false);

        assertThat(dry)
                .isEqualTo(told)
                .containsEntry(MissingImages.MISSING, 1L)
                .containsEntry(ImageQuarantine.UNNAMED, 1L);
    }

    @Test
    void a_row_whose_file_is_missing_is_marked_and_stays_until_the_file_is_back() {
        stored("gone", true);
        byte[] bytes = files.get(key("gone"));
        files.delete(key("gone"));

        reconcile(false);
        reconcile(false);

        assertThat(told).containsEntry(MissingImages.MISSING, 1L);
        assertThat(table.rows()).containsExactly(key("gone"));
        assertThat(missing()).containsExactly(key("gone"));
        files.put(key("gone"), bytes);
        reconcile(false);
        assertThat(missing()).isEmpty();
    }

    @Test
    void a_file_whose_row_has_come_back_is_put_back() {
        stored("loose", false);
        reconcile(false);
        stored("loose", true, false);

        reconcile(false);

        assertThat(told).containsEntry(MissingImages.RESTORED, 1L);
        assertThat(exists("loose")).isTrue();
        assertThat(missing()).isEmpty();
        assertThat(quarantine.list(0, 10).items()).isEmpty();
    }

    @Test
    void people_put_back_what_a_row_names_and_nothing_else() {
        stored("loose", false);
        reconcile(false);
        var kind = new QuarantinedFiles(directory, quarantine);
        QuarantinedFile file = quarantine.list(0, 10).items().get(0);
        assertThatThrownBy(() -> kind.putBack(file)).isInstanceOf(FileUnnamedException.class);
        stored("loose", true, false);

        kind.putBack(quarantine.require(file.id()));

        assertThat(exists("loose")).isTrue();
        assertThatThrownBy(() -> quarantine.require(file.id())).isInstanceOf(QuarantinedFileNotFoundException.class);
    }

    @Test
    void a_quarantined_file_goes_after_its_time_but_not_when_a_row_names_it_again() {
        stored("loose", false);
        stored("later-named", false);
        reconcile(false);
        stored("later-named", true, false);
        RetentionKind kind = new QuarantinedFiles(directory, quarantine).on(transactions);

        assertThat(kind.purge(Instant.now().minus(Duration.ofDays(7)), 10).isEmpty())
                .isTrue();
        Instant later = Instant.now().plus(Duration.ofMinutes(1));
        Portion counted = kind.count(later);
        Portion removed = transactions.in(() -> kind.purge(later, 10));
        kind.followUp(removed);

        assertThat(removed.rows()).isEqualTo(counted.rows()).isEqualTo(1);
        assertThat(removed.bytes()).isEqualTo(counted.bytes()).isEqualTo(9);
        assertThat(directory.holds(key("loose"))).isFalse();
        assertThat(directory.holds(key("later-named"))).isTrue();
    }

    @Test
    void a_file_whose_removal_from_quarantine_was_cut_short_is_noted_anew() {
        stored("loose", false);
        reconcile(false);
        transactions.in(() -> new QuarantinedFiles(directory, quarantine)
                .on(transactions)
                .purge(Instant.now().plus(Duration.ofMinutes(1)), 10));
        assertThat(directory.holds(key("loose"))).isTrue();

        reconcile(false);

        assertThat(quarantine.list(0, 10).items())
                .extracting(QuarantinedFile::key)
                .containsExactly(key("loose"));
        assertThat(told).containsEntry(ImageQuarantine.UNNAMED, 1L);
    }

    @Test
    void a_death_anywhere_is_followed_by_the_same_end() {
        List<String> loose = IntStream.range(0, 7).mapToObj(i -> "loose" + i).toList();
        for (int death = 0; death < 8; death++) {
            told.clear();
            empty();
            loose.forEach(name -> stored(name, false));
            stored("named", true);
            stored("gone", true);
            files.delete(key("gone"));
            int moves = death;
            var dying =
                    new QuarantineDirectory(new StorageSettings(root.toString(), "unused", Duration.ofMinutes(1), 0)) {
                        private int left = moves;

                        @Override
                        void take(ImageKey key) {
                            if (left-- == 0) {
                                throw new IllegalStateException("killed");
                            }
                            super.take(key);
                        }
                    };
            if (death < 7) {
                assertThatThrownBy(() -> reconciliation(dying).reconcile(Optional.empty(), false, account, () -> false))
                        .hasMessage("killed");
            }

            reconcile(false);

            assertThat(told).containsEntry(ImageQuarantine.UNNAMED, 7L).containsEntry(MissingImages.MISSING, 1L);
            assertThat(quarantine.list(0, 10).items()).hasSize(7);
            assertThat(loose).allMatch(name -> directory.holds(key(name)) && !exists(name));
            assertThat(exists("named")).isTrue();
            loose.forEach(name -> directory.delete(key(name)));
        }
    }

    @Test
    void what_stops_goes_on_after_the_place_that_was_kept() {
        stored("gone", true);
        files.delete(key("gone"));
        List<String> places = new ArrayList<>();
        Account keeping = (place, kind, portion) -> {
            if (place != null) {
                places.add(place);
            }
        };

        boolean done = reconciliation(directory).reconcile(Optional.empty(), false, keeping, () -> !places.isEmpty());
        reconciliation(directory).reconcile(Optional.of(places.get(0)), false, account, () -> false);

        assertThat(done).isFalse();
        assertThat(places).singleElement().asString().startsWith("rows:");
        assertThat(told).isEmpty();
    }

    @Test
    void removing_an_image_removes_it_from_quarantine_too() {
        stored("loose", false);
        reconcile(false);

        files.delete(key("loose"));

        assertThat(directory.holds(key("loose"))).isFalse();
    }

    private void reconcile(boolean isDryRun) {
        assertThat(reconciliation(directory).reconcile(Optional.empty(), isDryRun, account, () -> false))
                .isTrue();
    }

    private StoreReconciliation reconciliation(QuarantineDirectory place) {
        return new StoreReconciliation(files, place, quarantine, new MissingImages(directory, transactions));
    }

    private List<ImageKey> missing() {
        return new MissingImages(directory, transactions)
                .list(0, 10).items().stream().map(MissingImage::key).toList();
    }

    private void stored(String name, boolean isNamed) {
        stored(name, isNamed, true);
    }

    private void stored(String name, boolean isNamed, boolean isWritten) {
        if (isWritten) {
            files.put(key(name), new byte[9]);
            touch(name, Duration.ofHours(2));
        }
        if (isNamed) {
            table.insert(new NewImage(key(name), new byte[9], "image/png", 3, 3, Retention.ENROLLED));
        }
    }

    private void touch(String name, Duration age) {
        try {
            Files.setLastModifiedTime(
                    root.resolve(key(name).value()), FileTime.from(Instant.now().minus(age)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean exists(String name) {
        return directory.isStored(key(name));
    }

    private static ImageKey key(String name) {
        return new ImageKey("test/" + name + ".png");
    }

    /** As the container calls it. */
    private final class Transactional extends ImageQuarantine {
        Transactional() {
            super(directory, transactions);
        }

        @Override
        public void enter(List<ImageKey> keys, Account to) {
            transactions.in(() -> {
                super.enter(keys, to);
                return true;
            });
        }
    }
}
