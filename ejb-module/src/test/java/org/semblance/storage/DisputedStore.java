package org.semblance.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.semblance.CurrentTransaction;
import org.semblance.database.MigratedDatabase;
import org.semblance.lifetime.Account;
import org.semblance.platform.Statements;

import static org.assertj.core.api.Assertions.assertThat;

/** An image store and a database that may not agree. */
final class DisputedStore {
    static final Duration LONG_AGO = Duration.ofHours(2);

    final Map<String, Long> told = new HashMap<>();
    final Account account = (place, kind, portion) -> told.merge(kind, portion.rows(), Long::sum);
    final CurrentTransaction transactions;
    final FileImageStore files;
    final QuarantineDirectory directory;
    final ImageQuarantine quarantine;
    final ImageTable table;
    final Path root;

    DisputedStore(MigratedDatabase database, Path root) {
        this.root = root;
        transactions = new CurrentTransaction(database.app());
        files = new FileImageStore(settings());
        directory = new QuarantineDirectory(settings());
        quarantine = new Transactional();
        table = new ImageTable(database.app());
        table.clear();
        new Statements(database.owner()).change("TRUNCATE quarantined_file");
    }

    StorageSettings settings() {
        return new StorageSettings(root.toString(), "unused", Duration.ofMinutes(1), 0);
    }

    void reconcile(boolean isDryRun) {
        assertThat(reconciliation(directory).reconcile(Optional.empty(), isDryRun, account, () -> false))
                .isTrue();
    }

    StoreReconciliation reconciliation(QuarantineDirectory place) {
        return new StoreReconciliation(files, place, quarantine, new MissingImages(directory, transactions));
    }

    List<ImageKey> missing() {
        return new MissingImages(directory, transactions)
                .list(0, 10).items().stream().map(MissingImage::key).toList();
    }

    void stored(String name, boolean isNamed) {
        stored(name, isNamed, true);
    }

    void stored(String name, boolean isNamed, boolean isWritten) {
        if (isWritten) {
            files.put(key(name), new byte[9]);
            touch(name, LONG_AGO);
        }
        if (isNamed) {
            table.insert(new NewImage(key(name), new byte[9], "image/png", 3, 3, Retention.ENROLLED));
        }
    }

    void touch(String name, Duration age) {
        try {
            Files.setLastModifiedTime(
                    root.resolve(key(name).value()), FileTime.from(Instant.now().minus(age)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean exists(String name) {
        return directory.isStored(key(name));
    }

    static ImageKey key(String name) {
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
