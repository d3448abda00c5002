package org.semblance.surveillance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.semblance.gallery.GalleryRules;
import org.semblance.gallery.GalleryStore;
import org.semblance.gallery.PersonId;
import org.semblance.platform.DatabaseAwayException;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.Cameras;
import org.semblance.surveillance.KnownPerson;
import org.semblance.surveillance.PersonFacts;

/**
 * What decisions go by besides faces: the rules of galleries, and who their persons are. As the database has it now, and
 * while it is away as it was last read. Whoever is not remembered is not recognised.
 */
@ApplicationScoped
public class StaffBook {
    private static final int PAGE = 1000;

    private final GalleryStore galleries;
    private final PersonFacts facts;
    private final Cameras cameras;
    private final Reach reach;
    private final SurveillanceSettings settings;
    private final Clock clock;
    private final Map<Long, GalleryRules> rules = new ConcurrentHashMap<>();
    private volatile Remembered remembered = new Remembered(Map.of(), Instant.EPOCH, false);

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected StaffBook() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public StaffBook(
            GalleryStore galleries,
            PersonFacts facts,
            Cameras cameras,
            Reach reach,
            SurveillanceSettings settings,
            Clock clock) {
        this.galleries = galleries;
        this.facts = facts;
        this.cameras = cameras;
        this.reach = reach;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What is kept for when the database is away.
     *
     * @param at when it was read
     * @param isCut whether there are more persons than are kept
     */
    public record Remembered(Map<PersonId, KnownPerson> persons, Instant at, boolean isCut) {
        public Remembered {
            persons = Map.copyOf(persons);
        }
    }

    public GalleryRules rules(Camera camera) {
        return reach.ask(
                () -> {
                    var now = galleries.require(camera.gallery()).currentRules();
                    rules.put(camera.galleryId(), now);
                    return now;
                },
                () -> Optional.ofNullable(rules.get(camera.galleryId())).orElseThrow(DatabaseAwayException::new));
    }

    /** By the ids asked for; without those who may not be recognised. */
    public Map<PersonId, KnownPerson> persons(Collection<PersonId> ids) {
        return reach.ask(() -> facts.find(ids), () -> recall(ids));
    }

    public Remembered remembered() {
        return remembered;
    }

    /** Reads the persons and rules of all galleries that cameras look into. */
    void remember() {
        int mostPersons = settings.mostPersons();
        Instant at = clock.instant();
        List<Long> watched = cameras.all().stream()
                .filter(Camera::isEnabled)
                .map(Camera::galleryId)
                .distinct()
                .toList();
        rules.putAll(galleries.currentRules(watched));
        Map<PersonId, KnownPerson> all = new HashMap<>();
        PersonId last = new PersonId(0);
        List<KnownPerson> page = List.of();
        while (!watched.isEmpty() && all.size() < mostPersons) {
            page = facts.list(watched, last, Math.min(PAGE, mostPersons - all.size()));
            if (page.isEmpty()) {
                break;
            }
            page.forEach(person -> all.put(person.id(), person));
            last = page.get(page.size() - 1).id();
        }
        remembered = new Remembered(all, at, !page.isEmpty());
    }

    private Map<PersonId, KnownPerson> recall(Collection<PersonId> ids) {
        var known = remembered.persons();
        return ids.stream()
                .distinct()
                .flatMap(id -> Stream.ofNullable(known.get(id)))
                .collect(Collectors.toMap(KnownPerson::id, Function.identity()));
    }
}
