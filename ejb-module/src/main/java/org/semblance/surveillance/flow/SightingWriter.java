package org.semblance.surveillance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.semblance.storage.ImageKey;
import org.semblance.storage.ImageStore;
import org.semblance.surveillance.CameraRules;
import org.semblance.surveillance.Cameras;

/** Writes sightings down for good: in the database, or on this server's disk while that is away. */
@ApplicationScoped
public class SightingWriter {
    private final ImageStore images;
    private final SightingStore store;
    private final FrameSpool spool;
    private final Cameras cameras;
    private final Reach reach;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SightingWriter() {
        this(null, null, null, null, null);
    }

    @Inject
    public SightingWriter(ImageStore images, SightingStore store, FrameSpool spool, Cameras cameras, Reach reach) {
        this.images = images;
        this.store = store;
        this.spool = spool;
        this.cameras = cameras;
        this.reach = reach;
    }

    /**
     * Where it was written.
     *
     * @param others of sightings that another node had begun, those
     * @param isLate whether to this server's disk
     */
    record Written(Map<UUID, UUID> others, boolean isLate) {}

    Written write(List<NewSighting> sightings) {
        return reach.ask(() -> new Written(store(sightings), false), () -> {
            spool.append(SightingRecords.write(sightings));
            return new Written(Map.of(), true);
        });
    }

    /** What was read from the disk again; doing it twice does no harm. */
    void replay(List<NewSighting> sightings) {
        List<NewSighting> missing = store.missing(sightings);
        if (!missing.isEmpty()) {
            store(missing);
        }
    }

    /** A better picture of a sighting; one that cannot be written is no loss. */
    void better(NewSighting sighting) {
        reach.ask(
                () -> {
                    images.putAll(List.of(sighting.picture()));
                    List<ImageKey> unused = List.of(sighting.picture().key());
                    try {
                        unused = store.show(sighting, rules(sighting).keepsUnknown());
                    } finally {
                        images.takeBack(unused);
                    }
                    return true;
                },
                () -> false);
    }

    /** Bytes, then rows; what got no row is removed again. */
    private Map<UUID, UUID> store(List<NewSighting> sightings) {
        images.putAll(sightings.stream().map(NewSighting::picture).toList());
        List<ImageKey> unused =
                sightings.stream().map(sighting -> sighting.picture().key()).toList();
        CameraRules rules = rules(sightings.get(0));
        Duration window = rules.sightingWindow();
        try {
            var stored = store.add(sightings, window, rules.keepsUnknown());
            unused = stored.unused();
            return stored.others();
        } finally {
            images.takeBack(unused);
        }
    }

    /** Of a camera that is gone meanwhile, the usual ones. */
    private CameraRules rules(NewSighting sighting) {
        return cameras.find(sighting.event().camera())
                .map(camera -> camera.rules())
                .orElse(CameraRules.STANDARD);
    }
}
