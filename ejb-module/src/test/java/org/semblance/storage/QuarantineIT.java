package org.semblance.storage;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.database.MigratedDatabase;
import org.semblance.lifetime.Portion;
import org.semblance.lifetime.RetentionKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What becomes of files that were set aside. */
class QuarantineIT {
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
    void a_file_whose_row_has_come_back_is_put_back() {
        store.stored("loose", false);
        store.reconcile(false);
        store.stored("loose", true, false);

        store.reconcile(false);

        assertThat(store.told).containsEntry(MissingImages.RESTORED, 1L);
        assertThat(store.exists("loose")).isTrue();
        assertThat(store.missing()).isEmpty();
        assertThat(store.quarantine.list(0, 10).items()).isEmpty();
    }

    @Test
    void people_put_back_what_a_row_names_and_nothing_else() {
        store.stored("loose", false);
        store.reconcile(false);
        var kind = new QuarantinedFiles(store.directory, store.quarantine);
        QuarantinedFile file = store.quarantine.list(0, 10).items().get(0);
        assertThatThrownBy(() -> kind.putBack(file)).isInstanceOf(FileUnnamedException.class);
        store.stored("loose", true, false);

        kind.putBack(store.quarantine.require(file.id()));

        assertThat(store.exists("loose")).isTrue();
        assertThatThrownBy(() -> store.quarantine.require(file.id()))
                .isInstanceOf(QuarantinedFileNotFoundException.class);
    }

    @Test
    void a_quarantined_file_goes_after_its_time_but_not_when_a_row_names_it_again() {
        store.stored("loose", false);
        store.stored("later-named", false);
        store.reconcile(false);
        store.stored("later-named", true, false);
        RetentionKind kind = new QuarantinedFiles(store.directory, store.quarantine).on(store.transactions);

        assertThat(kind.purge(Instant.now().minus(Duration.ofDays(7)), 10).isEmpty())
                .isTrue();
        Instant later = Instant.now().plus(Duration.ofMinutes(1));
        Portion counted = kind.count(later);
        Portion removed = store.transactions.in(() -> kind.purge(later, 10));
        kind.followUp(removed);

        assertThat(removed.rows()).isEqualTo(counted.rows()).isEqualTo(1);
        assertThat(removed.bytes()).isEqualTo(counted.bytes()).isEqualTo(9);
        assertThat(store.directory.holds(DisputedStore.key("loose"))).isFalse();
        assertThat(store.directory.holds(DisputedStore.key("later-named"))).isTrue();
    }

    @Test
    void a_file_whose_removal_from_quarantine_was_cut_short_is_noted_anew() {
        store.stored("loose", false);
        store.reconcile(false);
        store.transactions.in(() -> new QuarantinedFiles(store.directory, store.quarantine)
                .on(store.transactions)
                .purge(Instant.now().plus(Duration.ofMinutes(1)), 10));
        assertThat(store.directory.holds(DisputedStore.key("loose"))).isTrue();

        store.reconcile(false);

        assertThat(store.quarantine.list(0, 10).items())
                .extracting(QuarantinedFile::key)
                .containsExactly(DisputedStore.key("loose"));
        assertThat(store.told).containsEntry(ImageQuarantine.UNNAMED, 1L);
    }

    @Test
    void removing_an_image_removes_it_from_quarantine_too() {
        store.stored("loose", false);
        store.reconcile(false);

        store.files.delete(DisputedStore.key("loose"));

        assertThat(store.directory.holds(DisputedStore.key("loose"))).isFalse();
    }
}
