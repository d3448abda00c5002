package org.semblance.surveillance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.Cameras;

/** Writes now and then how sightings went on, instead of for each frame. */
@ApplicationScoped
public class SightingProgress {
    private final SightingBook book;
    private final SightingStore store;
    private final FrameSpool spool;
    private final Cameras cameras;
    private final Reach reach;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SightingProgress() {
        this(null, null, null, null, null);
    }

    @Inject
    public SightingProgress(SightingBook book, SightingStore store, FrameSpool spool, Cameras cameras, Reach reach) {
        this.book = book;
        this.store = store;
        this.spool = spool;
        this.cameras = cameras;
        this.reach = reach;
    }

    /** Not before what began meanwhile is in the database. */
    void write() {
        if (reach.isAway() || spool.standing().records() > 0) {
            return;
        }
        for (Camera camera : cameras.all()) {
            book.progress(camera.id()).forEach(store::goOn);
        }
    }
}
