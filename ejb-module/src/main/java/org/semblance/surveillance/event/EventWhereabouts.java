package org.semblance.surveillance.event;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryNotFoundException;
import org.semblance.identity.Scope;
import org.semblance.platform.Statements;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.CameraNotFoundException;

/** Finds the cameras and galleries that callers name; those that they may not see do not exist. */
@Stateless
@PermitAll
public class EventWhereabouts {
    private static final String CAMERAS = "SELECT id, name, gallery_id FROM semblance.camera WHERE name = ANY (?)";
    private static final String GALLERIES = "SELECT id, name FROM semblance.gallery WHERE name = ANY (?)";

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public EventWhereabouts() {}

    /** Outside the container. */
    public EventWhereabouts(DataSource database) {
        this.database = database;
    }

    /**
     * What callers ask for, as numbers.
     *
     * @param scope where the caller may see events
     */
    public EventBounds require(EventPlaces wanted, Scope scope) {
        return new EventBounds(cameras(wanted, scope), galleries(wanted, scope));
    }

    /** Every camera that ever had the name: removed ones are asked for, too. */
    private @Nullable Set<Long> cameras(EventPlaces wanted, Scope scope) {
        if (wanted.cameras().isEmpty() && wanted.cameraIds().isEmpty()) {
            return null;
        }
        Set<Long> found = wanted.cameraIds().stream().map(CameraId::value).collect(Collectors.toSet());
        Set<String> known = new HashSet<>();
        if (!wanted.cameras().isEmpty()) {
            new Statements(database)
                            .list(
                                    CAMERAS,
                                    row -> new Named(
                                            row.getLong("id"), row.getString("name"), row.getLong("gallery_id")),
                                    texts(wanted.cameras()))
                            .stream()
                            .filter(camera -> scope.includes(camera.gallery()))
                            .forEach(camera -> {
                                found.add(camera.id());
                                known.add(camera.name());
                            });
        }
        for (CameraName name : wanted.cameras()) {
            if (!known.contains(name.value())) {
                throw new CameraNotFoundException(name);
            }
        }
        return found;
    }

    private Scope galleries(EventPlaces wanted, Scope scope) {
        if (wanted.galleries().isEmpty()) {
            return scope;
        }
        Map<String, Long> known = new HashMap<>();
        new Statements(database)
                        .list(
                                GALLERIES,
                                row -> Map.entry(row.getString("name"), row.getLong("id")),
                                texts(wanted.galleries()))
                        .stream()
                        .filter(gallery -> scope.includes(gallery.getValue()))
                        .forEach(gallery -> known.put(gallery.getKey(), gallery.getValue()));
        for (GalleryName name : wanted.galleries()) {
            if (!known.containsKey(name.value())) {
                throw new GalleryNotFoundException(name);
            }
        }
        return Scope.of(Set.copyOf(known.values()));
    }

    private static Set<String> texts(Set<?> names) {
        return names.stream().map(Object::toString).collect(Collectors.toSet());
    }

    private record Named(long id, String name, long gallery) {}
}
