package org.semblance.gallery.search.memory;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * The galleries that this node keeps in memory: loaded in the background when they are first searched, kept true by the
 * log of changes, dropped by least use when others need the room.
 */
@ApplicationScoped
public class MemoryTier {
    private static final Logger LOG = Logger.getLogger(MemoryTier.class);
    private static final int LOADS_AT_ONCE = 2;

    /** Who was searched a moment ago is not dropped for another: two that do not fit would else load in turns for ever. */
    private static final Duration LEAST_STAY = Duration.ofMinutes(1);

    /** Long enough for a change to arrive here without a notification. */
    private static final Duration SETTLING = Duration.ofSeconds(3);

    private final MemorySettings settings;
    private final Map<Scope, Place> places = new HashMap<>();
    private boolean isFollowed;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @Resource
    private ManagedExecutorService managed;

    private final Executor executor;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected MemoryTier() {
        this.settings = null;
        this.executor = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public MemoryTier(MemorySettings settings) {
        this.settings = settings;
        this.executor = task -> managed.execute(task);
    }

    @SuppressWarnings("NullAway") // there is no container
    public MemoryTier(MemorySettings settings, DataSource database, Executor executor) {
        this.settings = settings;
        this.database = database;
        this.executor = executor;
    }

    /** The gallery, if it is there whole and true; counts as a use of it. */
    public Optional<Segment> find(Scope scope) {
        Place place;
        synchronized (this) {
            place = places.get(scope);
        }
        if (place == null) {
            return Optional.empty();
        }
        place.use();
        return Optional.ofNullable(place.ready());
    }

    /** As {@link #find}, without counting as a use. */
    public synchronized Optional<Segment> peek(Scope scope) {
        Place place = places.get(scope);
        return place == null ? Optional.empty() : Optional.ofNullable(place.ready());
    }

    /** Loads a gallery that is not there, if it may. */
    public Standing want(Extent extent) {
        if (settings.bytes() == 0) {
            return Standing.OFF;
        }
        Place place;
        synchronized (this) {
            Place known = places.get(extent.scope());
            if (known != null) {
                return known.ready() == null ? Standing.LOADING : Standing.READY;
            }
            if (extent.faces() * Segment.bytesPerFace(extent.dimension(), false) > settings.bytes()) {
                return Standing.TOO_LARGE;
            }
            if (!isFollowed || loading() >= LOADS_AT_ONCE) {
                return Standing.WAITING;
            }
            boolean withVectors = makeRoom(extent.faces() * Segment.bytesPerFace(extent.dimension(), true));
            if (!withVectors && !makeRoom(extent.faces() * Segment.bytesPerFace(extent.dimension(), false))) {
                return Standing.WAITING;
            }
            place = new Place(extent, withVectors);
            places.put(extent.scope(), place);
        }
        start(place);
        return find(extent.scope()).isPresent() ? Standing.READY : Standing.LOADING;
    }

    private void start(Place place) {
        try {
            executor.execute(() -> load(place));
        } catch (RejectedExecutionException e) {
            LOG.infof("%s is not loaded into memory now: %s", place.extent().scope(), e.getMessage());
            drop(place::equals);
        }
    }

    private void load(Place place) {
        Extent extent = place.extent();
        var rows = new EmbeddingRows(database);
        var segment = new Segment(extent.dimension(), place.withVectors());
        try {
            long after = 0;
            for (List<FaceRow> page = rows.page(extent.scope(), after);
                    !page.isEmpty() && !place.isDropped();
                    page = rows.page(extent.scope(), after)) {
                segment.apply(List.of(), page);
                place.progress(page.size());
                after = page.get(page.size() - 1).face();
            }
            for (var pending = place.takePendingOrReady(segment);
                    !pending.isEmpty();
                    pending = place.takePendingOrReady(segment)) {
                segment.apply(pending, rows.read(extent.scope(), pending));
            }
        } catch (SQLException | RuntimeException e) {
            // The next search asks for it again.
            LOG.infof("Loading %s into memory failed: %s", extent.scope(), e.getMessage());
            drop(place::equals);
        }
    }

    /** Reads changed faces again. */
    void change(Scope scope, Collection<Long> faces) throws SQLException {
        Place place;
        synchronized (this) {
            place = places.get(scope);
        }
        if (place == null || place.postpones(faces)) {
            return;
        }
        Segment segment = place.ready();
        if (segment != null) {
            segment.apply(faces, new EmbeddingRows(database).read(scope, faces));
        }
        if (bytes() > settings.bytes()) {
            keepWithinBudget();
        }
    }

    private synchronized void keepWithinBudget() {
        byLeastUse().stream().findFirst().ifPresent(least -> drop(least::equals));
    }

    /** Forgets a gallery; the next search loads it anew. */
    public void discard(Scope scope) {
        drop(place -> place.extent().scope().equals(scope));
    }

    void discardGallery(long gallery) {
        drop(place -> place.extent().scope().galleryId() == gallery);
    }

    void discardAll() {
        drop(place -> true);
    }

    /** Loads nothing before somebody reads the log: what changed until then would be missed. */
    synchronized void followed() {
        isFollowed = true;
    }

    /**
     * Whether a gallery holds other faces than the database, and not only because a change is on its way: then it would
     * have arrived meanwhile.
     */
    public boolean isDamaged(Scope scope) throws SQLException {
        Optional<Segment> segment = peek(scope);
        if (segment.isEmpty()) {
            return false;
        }
        var rows = new EmbeddingRows(database);
        Fingerprint held = segment.get().fingerprint();
        Fingerprint before = rows.fingerprint(scope);
        if (held.equals(before)) {
            return false;
        }
        LockSupport.parkNanos(SETTLING.toNanos());
        return held.equals(segment.get().fingerprint()) && before.equals(rows.fingerprint(scope));
    }

    /** What is there, whole. */
    public synchronized List<Scope> scopes() {
        return places.values().stream()
                .filter(place -> place.ready() != null)
                .map(place -> place.extent().scope())
                .toList();
    }

    public synchronized long faces() {
        return places.values().stream()
                .map(Place::ready)
                .filter(segment -> segment != null)
                .mapToLong(Segment::size)
                .sum();
    }

    public synchronized long bytes() {
        return places.values().stream().mapToLong(Place::bytes).sum();
    }

    public synchronized long loading() {
        return places.values().stream().filter(place -> place.ready() == null).count();
    }

    /** How much of a gallery has been loaded, 0 to 1. */
    public synchronized double progress(Scope scope) {
        Place place = places.get(scope);
        return place == null ? 0 : place.progress();
    }

    private synchronized void drop(Predicate<Place> which) {
        places.values().removeIf(place -> {
            if (which.test(place)) {
                place.drop();
                return true;
            }
            return false;
        });
    }

    /** Drops what was not searched lately, if that suffices. */
    private boolean makeRoom(long needed) {
        long free = settings.bytes() - bytes();
        List<Place> leaving = new ArrayList<>();
        for (Place place : byLeastUse()) {
            if (free >= needed || System.nanoTime() - place.usedAt() < LEAST_STAY.toNanos()) {
                break;
            }
            leaving.add(place);
            free += place.bytes();
        }
        if (free < needed) {
            return false;
        }
        drop(leaving::contains);
        return true;
    }

    private List<Place> byLeastUse() {
        return places.values().stream()
                .filter(place -> place.ready() != null)
                .sorted(Comparator.comparingLong(Place::usedAt))
                .toList();
    }
}
