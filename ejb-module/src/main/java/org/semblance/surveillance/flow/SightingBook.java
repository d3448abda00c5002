package org.semblance.surveillance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.PersonId;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraId;
import org.semblance.vision.Embedding;

/**
 * Who stands before which camera at present. Somebody seen again within the camera's window goes on with the same
 * sighting; a face that is not recognised goes on with the one that it resembles.
 */
@ApplicationScoped
public class SightingBook {
    /** Whoever stays longer is seen anew. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /** So much better must a picture be to take the place of the one before. */
    private static final double BETTER = 0.1;

    private static final int MOST_AT_ONCE = 500;

    private final Map<CameraId, Watched> cameras = new ConcurrentHashMap<>();

    /**
     * A face that was judged.
     *
     * @param resembling from which similarity on two faces of nobody are taken for the same
     */
    public record Face(
            @Nullable PersonId person,
            @Nullable Boolean isAllowed,
            Embedding embedding,
            double quality,
            Instant at,
            double resembling) {}

    /**
     * What the book says of a face.
     *
     * @param isNew whether the sighting begins with it
     * @param isBetter whether it is a better picture than any before
     */
    public record Noted(UUID sighting, boolean isNew, boolean isBetter) {}

    /** How a sighting went on since this was last asked. */
    public record Progress(UUID sighting, Instant lastSeenAt, int frames) {}

    /** Does something with a camera's page while nobody else does, so that frames of one camera follow each other. */
    public <T> T with(CameraId camera, Supplier<T> work) {
        Lock lock = watched(camera).lock;
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Within {@link #with} only. */
    public Noted note(Camera camera, Face face, Supplier<UUID> newId) {
        Duration window = camera.rules().sightingWindow();
        List<Open> page = watched(camera.id()).open;
        Instant oldest = face.at().minus(window);
        page.removeIf(open -> open.lastSeenAt.isBefore(oldest) && open.isTold());
        for (Open open : page) {
            if (!window.isZero() && open.goesOnWith(face, window)) {
                return open.add(face);
            }
        }
        var open = new Open(newId.get(), face);
        page.add(open);
        if (page.size() > MOST_AT_ONCE) {
            page.remove(0);
        }
        return new Noted(open.sighting, true, true);
    }

    /** Takes back sightings that could not be written; within {@link #with} only. */
    public void forget(CameraId camera, List<UUID> sightings) {
        watched(camera).open.removeIf(open -> sightings.contains(open.sighting));
    }

    /** Another node had begun the sighting already; within {@link #with} only. */
    public void rename(CameraId camera, UUID sighting, UUID other) {
        watched(camera).open.stream()
                .filter(open -> open.sighting.equals(sighting))
                .forEach(open -> open.sighting = other);
    }

    /** The sightings of a camera that went on since this was last asked. */
    public List<Progress> progress(CameraId camera) {
        return with(camera, () -> {
            List<Progress> all = new ArrayList<>();
            for (Iterator<Open> page = watched(camera).open.iterator(); page.hasNext(); ) {
                Open open = page.next();
                if (!open.isTold()) {
                    all.add(new Progress(open.sighting, open.lastSeenAt, open.untold));
                    open.untold = 0;
                }
            }
            return all;
        });
    }

    private Watched watched(CameraId camera) {
        return cameras.computeIfAbsent(camera, unseen -> new Watched());
    }

    private static final class Watched {
        private final Lock lock = new ReentrantLock();
        private final List<Open> open = new ArrayList<>();
    }

    private static final class Open {
        private UUID sighting;
        private final @Nullable PersonId person;
        private final @Nullable Boolean isAllowed;
        private final Instant beganAt;
        private Embedding embedding;
        private double quality;
        private Instant lastSeenAt;
        private int untold;

        Open(UUID sighting, Face first) {
            this.sighting = sighting;
            this.person = first.person();
            this.isAllowed = first.isAllowed();
            this.beganAt = first.at();
            this.embedding = first.embedding();
            this.quality = first.quality();
            this.lastSeenAt = first.at();
        }

        boolean isTold() {
            return untold == 0;
        }

        boolean goesOnWith(Face face, Duration window) {
            if (Duration.between(lastSeenAt, face.at()).abs().compareTo(window) > 0
                    || Duration.between(beganAt, face.at()).compareTo(LONGEST) > 0) {
                return false;
            }
            if (face.person() != null) {
                return face.person().equals(person) && java.util.Objects.equals(isAllowed, face.isAllowed());
            }
            return embedding.model().equals(face.embedding().model())
                    && embedding.similarity(face.embedding()) >= face.resembling();
        }

        Noted add(Face face) {
            untold++;
            if (face.at().isAfter(lastSeenAt)) {
                lastSeenAt = face.at();
            }
            boolean isBetter = face.quality() >= quality + BETTER;
            if (isBetter) {
                quality = face.quality();
            }
            if (face.quality() >= quality) {
                embedding = face.embedding();
            }
            return new Noted(sighting, false, isBetter);
        }
    }
}
