package org.semblance.portal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.semblance.gallery.PersonChange;
import org.semblance.gallery.PersonChangeId;
import org.semblance.gallery.PersonChangeService;
import org.semblance.gallery.PersonId;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Page;
import org.semblance.storage.ImageKey;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.event.EventBounds;
import org.semblance.surveillance.event.EventExport;
import org.semblance.surveillance.event.EventQuery;
import org.semblance.surveillance.event.RecognitionFormat;
import org.semblance.surveillance.event.RecordedRecognition;
import org.semblance.surveillance.flow.LastSight;
import org.semblance.surveillance.flow.SightingService;
import org.semblance.surveillance.flow.SightingSummary;
import org.semblance.surveillance.health.CameraHealth;
import org.semblance.surveillance.health.CameraHealthService;
import org.semblance.surveillance.health.CameraState;
import org.semblance.surveillance.health.SurveillanceHealth;
import org.semblance.surveillance.pull.CameraSource;
import org.semblance.surveillance.pull.NewSource;
import org.semblance.surveillance.pull.SourceNotFoundException;
import org.semblance.surveillance.pull.SourceService;
import org.semblance.surveillance.pull.SourceTrial;

/** What the views on cameras ask for, in memory. */
public class WatchFakes {
    public final FakeCameras cameras = new FakeCameras();
    public final FakeEvents events;
    public final FakeQueue queue = new FakeQueue();
    public final FakeReviews reviews;
    public final AccessFakes access = new AccessFakes();
    public final Map<CameraName, CameraState.Status> states = new HashMap<>();
    public final Map<CameraName, NewSource> sources = new HashMap<>();
    public final Map<CameraName, String> failing = new HashMap<>();
    public final List<String> exported = new ArrayList<>();
    public final List<PersonChangeId> undone = new ArrayList<>();
    public final List<PersonChange> changes = new ArrayList<>();
    private final ShellFakes shell;

    WatchFakes(ShellFakes shell, FakePersons persons) {
        this.shell = shell;
        this.events = new FakeEvents(shell);
        this.reviews = new FakeReviews(queue, persons);
    }

    List<Object> all() {
        var own = Stream.of(
                cameras,
                events,
                queue,
                reviews,
                new Health(),
                new Sources(),
                new Sightings(),
                new Export(),
                new Changes(),
                shell.lookup());
        return Stream.concat(own, access.all().stream()).toList();
    }

    private CameraHealth health(Camera camera) {
        var status = camera.isEnabled()
                ? states.getOrDefault(camera.name(), CameraState.Status.NEVER)
                : CameraState.Status.DISABLED;
        return new CameraHealth(camera, status, null, null, 0);
    }

    private final class Health extends CameraHealthService {
        @Override
        public CameraHealth require(CameraName name) {
            return health(cameras.require(name));
        }

        @Override
        public SurveillanceHealth look(long after, int limit) {
            var page = new Page<>(
                    cameras.list().stream().map(WatchFakes.this::health).toList(), OptionalLong.empty());
            return new SurveillanceHealth(page, List.of(), shell.queue, Optional.empty());
        }

        @Override
        public Map<CameraState.Status, Long> count() {
            return shell.cameras;
        }

        @Override
        public int queue() {
            return shell.queue;
        }
    }

    private final class Sources extends SourceService {
        @Override
        public CameraSource require(CameraName name) {
            NewSource said = sources.get(name);
            if (said == null) {
                throw missing(name);
            }
            var error = failing.get(name);
            var state = new CameraSource.State(null, error == null ? 0 : 2, error, null, null);
            return new CameraSource(
                    cameras.require(name).id(),
                    said.kind(),
                    said.url(),
                    said.framesPerSecond(),
                    said.username(),
                    said.isOn(),
                    Instant.EPOCH,
                    1,
                    state);
        }

        @Override
        public CameraSource put(CameraName name, NewSource said, ExpectedVersion expected) {
            sources.put(name, said);
            return require(name);
        }

        @Override
        public void remove(CameraName name) {
            sources.remove(name);
        }

        @Override
        public SourceTrial.Outcome test(CameraName name) {
            return new SourceTrial.Outcome(null, "unreachable", "No route", 12);
        }

        @Override
        public Map<CameraId, CameraSource.State> states() {
            return sources.keySet().stream()
                    .map(this::require)
                    .collect(Collectors.toMap(CameraSource::camera, CameraSource::state));
        }

        /** Only the service itself makes one. */
        private RuntimeException missing(CameraName name) {
            try {
                var constructor = SourceNotFoundException.class.getDeclaredConstructor(CameraName.class);
                constructor.setAccessible(true);
                return constructor.newInstance(name);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class Sightings extends SightingService {
        @Override
        public Map<UUID, SightingSummary> of(Collection<RecordedRecognition> of) {
            return of.stream()
                    .map(event -> event.event().sighting())
                    .collect(Collectors.toMap(
                            id -> id,
                            id -> new SightingSummary(
                                    id, FakeEvents.NOON, 3, new ImageKey("images/sightings/" + id + ".png"))));
        }

        @Override
        public Map<CameraId, LastSight> last(Collection<CameraId> of) {
            return of.stream()
                    .collect(Collectors.toMap(
                            id -> id,
                            id -> new LastSight(
                                    new UUID(1, 1), FakeEvents.NOON, new ImageKey("images/sightings/last.png"))));
        }
    }

    private final class Export extends EventExport {
        @Override
        public Begun begin(EventQuery wanted, String format) {
            exported.add(format);
            return new Begun(wanted, EventBounds.NONE);
        }

        @Override
        public void write(Begun export, RecognitionFormat format, OutputStream output) throws IOException {
            output.write(format.head().getBytes(StandardCharsets.UTF_8));
        }
    }

    private final class Changes extends PersonChangeService {
        @Override
        public List<PersonChange> newest(PersonId person, int limit) {
            return List.copyOf(changes);
        }

        @Override
        public PersonChange undo(PersonChangeId change) {
            undone.add(change);
            return changes.get(0);
        }
    }
}
