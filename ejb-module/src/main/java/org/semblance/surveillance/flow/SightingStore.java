package org.semblance.surveillance.flow;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Statements;
import org.semblance.storage.ImageKey;
import org.semblance.storage.NewImage;
import org.semblance.storage.StoredImage;
import org.semblance.surveillance.Cameras;
import org.semblance.surveillance.access.DoorAnnouncements;
import org.semblance.surveillance.event.EventLog;
import org.semblance.surveillance.event.RecognitionEvent;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;
import org.semblance.surveillance.unknown.StrangerSeen;
import org.semblance.surveillance.unknown.UnknownFaces;

/** Sightings in the database, each with its event, picture and unknown face or with none of them. */
@Stateless
@LocalBean
@PermitAll
public class SightingStore {
    private static final String EXISTS = "SELECT true FROM semblance.sighting WHERE id = ?";

    /** Two nodes that see the same person before the same camera go one after the other. */
    private static final String LOCK =
            "SELECT CAST(pg_advisory_xact_lock(hashtextextended('sighting ' || ?, ?)) AS text)";

    private static final String OPEN = """
            SELECT id FROM semblance.sighting
             WHERE camera_id = ? AND person_id = ? AND last_seen_at BETWEEN ? AND ? ORDER BY last_seen_at DESC LIMIT 1
            """;
    private static final String ADD = """
            INSERT INTO semblance.sighting (id, camera_id, person_id, outcome, began_at, last_seen_at, quality, image_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String GO_ON = """
            UPDATE semblance.sighting SET last_seen_at = greatest(last_seen_at, ?), frames = frames + ? WHERE id = ?
            """;
    private static final String HOLD_PICTURE = """
            SELECT image.id, image.key FROM semblance.sighting LEFT JOIN semblance.image ON image.id = image_id
             WHERE sighting.id = ? AND quality < ? FOR NO KEY UPDATE OF sighting
            """;
    private static final String SHOW = "UPDATE semblance.sighting SET image_id = ?, quality = ? WHERE id = ?";
    private static final String FORGET = """
            DELETE FROM semblance.image WHERE id = ?
               AND NOT EXISTS (SELECT FROM semblance.face WHERE image_id = image.id OR crop_image_id = image.id)
            """;

    private final EventLog events;
    private final UnknownFaces unknown;
    private final DoorAnnouncements doors;
    private final Cameras cameras;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SightingStore() {
        this(null, null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public SightingStore(EventLog events, UnknownFaces unknown, DoorAnnouncements doors, Cameras cameras, Clock clock) {
        this.events = events;
        this.unknown = unknown;
        this.doors = doors;
        this.cameras = cameras;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param others of sightings that another node had begun, those
     * @param unused keys of the pictures that have no row
     */
    public record Stored(Map<UUID, UUID> others, List<ImageKey> unused) {
        public Stored {
            others = Map.copyOf(others);
            unused = List.copyOf(unused);
        }
    }

    /** Those that are not there yet. */
    public List<NewSighting> missing(List<NewSighting> sightings) {
        return sightings.stream()
                .filter(sighting -> statements()
                        .first(EXISTS, row -> true, sighting.event().sighting())
                        .isEmpty())
                .toList();
    }

    /**
     * Writes sightings whose pictures are stored already. One that is there is passed over.
     *
     * @param window how long somebody may be out of sight and still be the same sighting
     * @param keepsUnknown whether faces of nobody known are kept for review
     */
    public Stored add(List<NewSighting> sightings, Duration window, boolean keepsUnknown) {
        Map<UUID, UUID> others = new HashMap<>();
        List<ImageKey> unused = new ArrayList<>();
        for (NewSighting sighting : sightings) {
            UUID id = sighting.event().sighting();
            if (statements().first(EXISTS, row -> true, id).isPresent()) {
                unused.add(sighting.picture().key());
                continue;
            }
            Optional<UUID> open = openElsewhere(sighting.event(), window);
            if (open.isPresent()) {
                others.put(id, open.get());
                unused.add(sighting.picture().key());
            } else {
                unused.addAll(add(sighting, keepsUnknown));
            }
        }
        return new Stored(others, unused);
    }

    private Optional<UUID> openElsewhere(RecognitionEvent event, Duration window) {
        PersonId person = event.matched().person();
        if (person == null || window.isZero()) {
            return Optional.empty();
        }
        long camera = event.camera().value();
        statements().first(LOCK, row -> row.getString(1), Long.toString(person.value()), camera);
        Optional<UUID> open = statements()
                .first(
                        OPEN,
                        row -> row.getObject(1, UUID.class),
                        camera,
                        person.value(),
                        event.at().minus(window),
                        event.at().plus(window));
        open.ifPresent(sighting -> goOn(new SightingBook.Progress(sighting, event.at(), 1)));
        return open;
    }

    private List<ImageKey> add(NewSighting sighting, boolean keepsUnknown) {
        var event = sighting.event();
        var verdict = event.matched();
        var person = verdict.person();
        long image = imageRow(sighting.picture());
        statements()
                .change(
                        ADD,
                        event.sighting(),
                        event.camera().value(),
                        person == null ? null : person.value(),
                        verdict.outcome().name().toLowerCase(Locale.ROOT),
                        event.at(),
                        event.at(),
                        verdict.quality(),
                        image);
        events.append(List.of(event));
        cameras.find(event.camera()).ifPresent(camera -> doors.decided(camera, event));
        return keepsUnknown ? keepUnknown(sighting, image) : List.of();
    }

    /** Gives the keys of pictures that nothing shows any more. */
    private List<ImageKey> keepUnknown(NewSighting sighting, long image) {
        var event = sighting.event();
        if (event.matched().outcome() != Outcome.UNKNOWN) {
            return List.of();
        }
        return unknown.keep(new StrangerSeen(
                        event.sighting(),
                        event.camera(),
                        event.galleryId(),
                        event.at(),
                        sighting.face(),
                        event.matched().quality(),
                        sighting.embedding(),
                        image))
                .unused();
    }

    /** A sighting that is not there goes on nowhere. */
    public void goOn(SightingBook.Progress progress) {
        statements().change(GO_ON, progress.lastSeenAt(), progress.frames(), progress.sighting());
    }

    /**
     * Shows a better picture, whose bytes are stored already. Gives the keys of pictures that nothing shows now: the one
     * before, or the new one where the sighting has a better one or is gone.
     */
    public List<ImageKey> show(NewSighting better, boolean keepsUnknown) {
        UUID sighting = better.event().sighting();
        double quality = better.event().matched().quality();
        Optional<Former> former = statements()
                .first(
                        HOLD_PICTURE,
                        row -> new Former(row.getObject("id", Long.class), row.getString("key")),
                        sighting,
                        quality);
        if (former.isEmpty()) {
            return List.of(better.picture().key());
        }
        long image = imageRow(better.picture());
        statements().change(SHOW, image, quality, sighting);
        List<ImageKey> unused = new ArrayList<>(keepsUnknown ? keepUnknown(better, image) : List.of());
        Long old = former.get().id();
        if (old != null && statements().change(FORGET, old) > 0) {
            unused.add(new ImageKey(String.valueOf(former.get().key())));
        }
        return unused;
    }

    private record Former(@Nullable Long id, @Nullable String key) {}

    private long imageRow(NewImage picture) {
        var row = new StoredImage(picture, clock.instant());
        entities.persist(row);
        entities.flush();
        return row.id();
    }

    private Statements statements() {
        return new Statements(database);
    }
}
