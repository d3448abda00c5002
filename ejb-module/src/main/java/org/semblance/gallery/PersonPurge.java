package org.semblance.gallery;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.semblance.audit.Actor;
import org.semblance.storage.ImageKey;
import org.semblance.storage.ImageStore;

/** Removes for good who was deleted so long ago that nobody brings them back: rows, vectors, crops and originals. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PersonPurge {
    private static final Logger LOG = Logger.getLogger(PersonPurge.class);

    private final PersonRemovals removals;
    private final ImageStore images;
    private final GallerySettings settings;
    private final Clock clock;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PersonPurge() {
        this(null, null, null, null);
    }

    @Inject
    public PersonPurge(PersonRemovals removals, ImageStore images, GallerySettings settings, Clock clock) {
        this.removals = removals;
        this.images = images;
        this.settings = settings;
        this.clock = clock;
    }

    /** Once a night, on one node. */
    @Schedule(hour = "2", minute = "43", info = "person-purge")
    void nightly() {
        int purged = purge();
        if (purged > 0) {
            LOG.infof("Purged %d persons whose time to be brought back was over", purged);
        }
    }

    /** One person in a transaction, so that a long list holds no locks; returns how many. */
    public int purge() {
        var time = clock.instant().minus(settings.undoPeriod());
        int purged = 0;
        Optional<List<ImageKey>> gone = removals.purgeOneDeletedBefore(time, Actor.system());
        while (gone.isPresent()) {
            images.deleteAll(gone.get());
            purged++;
            gone = removals.purgeOneDeletedBefore(time, Actor.system());
        }
        return purged;
    }
}
