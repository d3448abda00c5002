package org.semblance.storage;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Walks the whole store for files that no row names. {@link IntentSweep} leaves none; this is for those that have lost
 * their intent too, as after a restore of the database from before they were written.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OrphanImageSweep {
    /** Younger files may belong to an enrolment that has not committed its rows. */
    private static final Duration MIN_AGE = Duration.ofHours(1);

    private static final int BATCH = 1000;
    private static final Logger LOG = Logger.getLogger(OrphanImageSweep.class);

    private final FileImageStore images;
    private final ImageRows rows;
    private final Clock clock;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected OrphanImageSweep() {
        this(null, null, null);
    }

    @Inject
    public OrphanImageSweep(FileImageStore images, ImageRows rows, Clock clock) {
        this.images = images;
        this.rows = rows;
        this.clock = clock;
    }

    /** Once a week, on one node. */
    @Schedule(dayOfWeek = "Sun", hour = "3", minute = "17", info = "orphan-image-sweep")
    void weekly() {
        int removed = sweep();
        if (removed > 0) {
            LOG.infof("Removed %d image files that no row named", removed);
        }
    }

    public int sweep() {
        images.deleteAbandoned(clock.instant().minus(MIN_AGE));
        var removed = new int[1];
        List<ImageKey> batch = new ArrayList<>(BATCH);
        images.forEachOlderThan(clock.instant().minus(MIN_AGE), key -> {
            batch.add(key);
            if (batch.size() == BATCH) {
                removed[0] += removeUnknown(batch);
                batch.clear();
            }
        });
        return removed[0] + removeUnknown(batch);
    }

    private int removeUnknown(List<ImageKey> keys) {
        List<ImageKey> unknown = rows.withoutRow(keys);
        unknown.forEach(images::delete);
        return unknown.size();
    }
}
