package org.semblance.storage;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.database.MigratedDatabase;
import org.semblance.lifetime.Account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The image store and the database are brought together again, both ways. */
class StoreReconciliationIT {
    private static MigratedDatabase database;

    @TempDir
    Path root;

    private DisputedStore store;

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
        store = new DisputedStore(database, root);
    }

    @Test
    void a_file_that_no_row_names_is_set_aside_and_one_that_has_a_row_stays() {
        store.stored("named", true);
        store.stored("loose", false);

        store.reconcile(false);
        store.reconcile(false);

        assertThat(store.told).containsEntry(ImageQuarantine.UNNAMED, 1L);
        assertThat(store.exists("named")).isTrue();
        assertThat(store.exists("loose")).isFalse();
        assertThat(store.directory.holds(DisputedStore.key("loose"))).isTrue();
        assertThat(store.quarantine.list(0, 10).items()).singleElement().satisfies(file -> {
            assertThat(file.key()).isEqualTo(DisputedStore.key("loose"));
            assertThat(file.size()).isEqualTo(9);
            assertThat(Duration.between(file.since(), Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
        });
    }

    @Test
    void what_is_young_or_has_an_intent_is_left_alone() {
        store.stored("young", false);
        store.touch("young", Duration.ZERO);
        store.stored("written", false);
        new ImageIntents(database.app()).announce(List.of(DisputedStore.key("written")));

        store.reconcile(false);

        assertThat(store.told.get(ImageQuarantine.UNNAMED)).isNull();
        assertThat(store.exists("young") && store.exists("written")).isTrue();
    }

    @Test
    void a_dry_run_tells_the_same_and_moves_nothing() {
        store.stored("loose", false);
        store.stored("gone", true);
        store.files.delete(DisputedStore.key("gone"));

        store.reconcile(true);
        var dry = Map.copyOf(store.told);
        assertThat(store.exists("loose")).isTrue();
        assertThat(store.missing()).isEmpty();
        store.told.clear();
        store.reconcile(false);

        assertThat(dry)
                .isEqualTo(store.told)
                .containsEntry(MissingImages.MISSING, 1L)
                .containsEntry(ImageQuarantine.UNNAMED, 1L);
    }

    @Test
    void a_row_whose_file_is_missing_is_marked_and_stays_until_the_file_is_back() {
        store.stored("gone", true);
        byte[] bytes = store.files.get(DisputedStore.key("gone"));
        store.files.delete(DisputedStore.key("gone"));

        store.reconcile(false);
        store.reconcile(false);

        assertThat(store.told).containsEntry(MissingImages.MISSING, 1L);
        assertThat(store.table.rows()).containsExactly(DisputedStore.key("gone"));
        assertThat(store.missing()).containsExactly(DisputedStore.key("gone"));
        store.files.put(DisputedStore.key("gone"), bytes);
        store.reconcile(false);
        assertThat(store.missing()).isEmpty();
    }

    @Test
    void a_death_anywhere_is_followed_by_the_same_end() {
        List<String> loose = IntStream.range(0, 7).mapToObj(i -> "loose" + i).toList();
        for (int death = 0; death < 8; death++) {
            store.told.clear();
            empty();
            loose.forEach(name -> store.stored(name, false));
            store.stored("named", true);
            store.stored("gone", true);
            store.files.delete(DisputedStore.key("gone"));
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
                assertThatThrownBy(() -> store.reconciliation(dying)
                                .reconcile(Optional.empty(), false, store.account, () -> false))
                        .hasMessage("killed");
            }

            store.reconcile(false);

            assertThat(store.told).containsEntry(ImageQuarantine.UNNAMED, 7L).containsEntry(MissingImages.MISSING, 1L);
            assertThat(store.quarantine.list(0, 10).items()).hasSize(7);
            assertThat(loose).allMatch(name -> store.directory.holds(DisputedStore.key(name)) && !store.exists(name));
            assertThat(store.exists("named")).isTrue();
            loose.forEach(name -> store.directory.delete(DisputedStore.key(name)));
        }
    }

    @Test
    void what_stops_goes_on_after_the_place_that_was_kept() {
        store.stored("gone", true);
        store.files.delete(DisputedStore.key("gone"));
        List<String> places = new ArrayList<>();
        Account keeping = (place, kind, portion) -> {
            if (place != null) {
                places.add(place);
            }
        };

        boolean done = store.reconciliation(store.directory)
                .reconcile(Optional.empty(), false, keeping, () -> !places.isEmpty());
        store.reconciliation(store.directory).reconcile(Optional.of(places.get(0)), false, store.account, () -> false);

        assertThat(done).isFalse();
        assertThat(places).singleElement().asString().startsWith("rows:");
        assertThat(store.told).isEmpty();
    }
}
