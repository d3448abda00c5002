package org.semblance.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.semblance.lifetime.AgedRows;
import org.semblance.lifetime.AgedRowsKind;
import org.semblance.lifetime.Lifetime;
import org.semblance.lifetime.Portion;

/** Files that no row named for so long that nobody misses them. One whose row has come back is put back, not removed. */
@ApplicationScoped
public class QuarantinedFiles extends AgedRowsKind {
    private static final String UNNAMED = "NOT EXISTS (SELECT FROM semblance.image WHERE image.key = aged.key)";

    private final QuarantineDirectory directory;
    private final ImageQuarantine quarantine;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected QuarantinedFiles() {
        this(null, null);
    }

    @Inject
    public QuarantinedFiles(QuarantineDirectory directory, ImageQuarantine quarantine) {
        super(
                "quarantined-files",
                "Files of the image store that no row of the database named, from when they were set aside",
                Lifetime.ofDays(7, 1, 365).orForEver(),
                AgedRows.of("quarantined_file", "id", "quarantined_at")
                        .where(UNNAMED)
                        .ofFiles("size_bytes", "key"));
        this.directory = directory;
        this.quarantine = quarantine;
    }

    /** First the file, then what is noted of it: the sweep does the rest of what is cut short. */
    public void putBack(QuarantinedFile file) {
        if (!quarantine.isNamed(file.key())) {
            throw new FileUnnamedException(file.id());
        }
        directory.putBack(file.key());
        quarantine.leave(file.key());
    }

    /** What is cut short here is found in the quarantine by the next sweep, which notes it anew. */
    @Override
    public void followUp(Portion removed) {
        removed.files().stream().map(ImageKey::new).forEach(directory::delete);
    }
}
