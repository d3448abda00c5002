package org.semblance.storage;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.semblance.lifetime.Account;
import org.semblance.lifetime.Portion;

/**
 * Compares the whole image store with the database, both ways: files without rows go to quarantine, rows without files
 * are marked. {@link IntentSweep} leaves neither; this is for what has lost its intent too, as after a restore of one of
 * the two from a backup.
 */
@Stateless
@LocalBean
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StoreReconciliation {
    /** Younger files are left alone, whoever wrote them. */
    private static final Duration MIN_AGE = Duration.ofHours(1);

    private static final int BATCH = 500;
    private static final String ROWS = "rows:";

    private final FileImageStore files;
    private final QuarantineDirectory directory;
    private final ImageQuarantine quarantine;
    private final MissingImages missing;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected StoreReconciliation() {
        this(null, null, null, null);
    }

    @Inject
    public StoreReconciliation(
            FileImageStore files, QuarantineDirectory directory, ImageQuarantine quarantine, MissingImages missing) {
        this.files = files;
        this.directory = directory;
        this.quarantine = quarantine;
        this.missing = missing;
    }

    /**
     * Does what is left to do after a place that the account kept.
     *
     * @return false when it was asked to stop before the end
     */
    public boolean reconcile(Optional<String> place, boolean isDryRun, Account account, BooleanSupplier isStopping) {
        Optional<String> rows = place.filter(known -> known.startsWith(ROWS));
        if (rows.isEmpty() && !lookAtFiles(isDryRun, account, isStopping)) {
            return false;
        }
        long after = rows.map(known -> Long.parseLong(known.substring(ROWS.length())))
                .orElse(0L);
        OptionalLong last = OptionalLong.of(after);
        while (last.isPresent()) {
            if (isStopping.getAsBoolean()) {
                return false;
            }
            last = missing.look(last.getAsLong(), BATCH, isDryRun, account);
        }
        return true;
    }

    /** Begins anew after a death: what is in quarantine by then is not found again. */
    private boolean lookAtFiles(boolean isDryRun, Account account, BooleanSupplier isStopping) {
        Instant before = files.now().minus(MIN_AGE);
        var batch = new Batch(isDryRun, account);
        if (!isDryRun) {
            files.deleteAbandoned(before);
            directory.forEach(file -> quarantine.adopt(file.key(), file.size()));
        }
        files.forEachOlderThan(before, key -> {
            batch.add(key);
            return !isStopping.getAsBoolean();
        });
        if (isStopping.getAsBoolean()) {
            return false;
        }
        batch.end();
        return true;
    }

    /** Keys that are asked for together. */
    private final class Batch {
        private final boolean isDryRun;
        private final Account account;
        private final List<ImageKey> keys = new ArrayList<>(BATCH);
        private long found;
        private long bytes;

        Batch(boolean isDryRun, Account account) {
            this.isDryRun = isDryRun;
            this.account = account;
        }

        void add(ImageKey key) {
            keys.add(key);
            if (keys.size() == BATCH) {
                flush();
            }
        }

        /** A dry run counts at once, for it would find the same again after a death. */
        void end() {
            flush();
            if (isDryRun) {
                account.keep(ROWS + 0, ImageQuarantine.UNNAMED, Portion.of(found, bytes));
            }
        }

        private void flush() {
            List<ImageKey> nobodys = keys.isEmpty() ? List.of() : quarantine.nobodys(keys);
            keys.clear();
            if (isDryRun) {
                found += nobodys.size();
                bytes += nobodys.stream().mapToLong(directory::size).sum();
            } else if (!nobodys.isEmpty()) {
                quarantine.enter(nobodys, account);
                nobodys.forEach(directory::take);
            }
        }
    }
}
