package org.semblance.surveillance.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.CameraName;

/**
 * The doors and their rules as last read, for all who ask: a face costs no query, and the database may be away. Read again
 * whenever any node changes one, and now and then because of what becomes of roles, departments, users and persons.
 */
@ApplicationScoped
public class AccessBook {
    private final DoorStore doors;
    private final AccessRuleStore rules;
    private final Clock clock;
    private volatile Known known = Known.NOTHING;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected AccessBook() {
        this(null, null, null);
    }

    @Inject
    public AccessBook(DoorStore doors, AccessRuleStore rules, Clock clock) {
        this.doors = doors;
        this.rules = rules;
        this.clock = clock;
    }

    /** In the order of ids. */
    public List<DoorRules> all() {
        return known.doors();
    }

    /** The door that a camera watches. */
    public Optional<DoorRules> find(CameraId camera) {
        return Optional.ofNullable(known.byCamera().get(camera));
    }

    public DoorRules require(DoorName name) {
        return known.doors().stream()
                .filter(rules -> rules.door().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new DoorNotFoundException(name));
    }

    /** The door that a camera watches. */
    public DoorRules require(CameraName camera) {
        return known.doors().stream()
                .filter(rules -> rules.door().said().cameras().contains(camera))
                .findFirst()
                .orElseThrow(() -> new CameraAtNoDoorException(camera));
    }

    /** When the rules were read. */
    public Instant readAt() {
        return known.at();
    }

    /** Reads all doors and rules again. */
    public synchronized void read() {
        Instant at = clock.instant();
        known = Known.of(at, doors.all(), rules.all());
    }

    private record Known(Instant at, List<DoorRules> doors, Map<CameraId, DoorRules> byCamera) {
        static final Known NOTHING = new Known(Instant.EPOCH, List.of(), Map.of());

        static Known of(Instant at, List<Door> doors, List<AccessRule> rules) {
            Map<DoorName, List<AccessRule>> byDoor = new HashMap<>();
            doors.forEach(door -> byDoor.put(door.name(), new ArrayList<>()));
            for (AccessRule rule : rules) {
                if (rule.said().isEverywhere()) {
                    byDoor.values().forEach(here -> here.add(rule));
                } else {
                    rule.said().doors().forEach(door -> byDoor.computeIfPresent(door, (name, here) -> {
                        here.add(rule);
                        return here;
                    }));
                }
            }
            List<DoorRules> all = new ArrayList<>();
            Map<CameraId, DoorRules> byCamera = new HashMap<>();
            for (Door door : doors) {
                var here = new DoorRules(door, byDoor.getOrDefault(door.name(), List.of()));
                all.add(here);
                door.cameras().forEach(camera -> byCamera.put(camera, here));
            }
            return new Known(at, List.copyOf(all), Map.copyOf(byCamera));
        }
    }
}
