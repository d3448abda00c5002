package org.semblance.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.PersonId;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.event.CameraEvent;
import org.semblance.surveillance.event.CameraEventQuery;
import org.semblance.surveillance.event.EventNotFoundException;
import org.semblance.surveillance.event.EventPage;
import org.semblance.surveillance.event.EventQuery;
import org.semblance.surveillance.event.EventService;
import org.semblance.surveillance.event.EventStatistics;
import org.semblance.surveillance.event.RecognitionEvent;
import org.semblance.surveillance.event.RecognitionEvent.AccessOutcome;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;
import org.semblance.surveillance.event.RecognitionEvent.Verdict;
import org.semblance.surveillance.event.Recorded;
import org.semblance.surveillance.event.Recorded.SeenBy;
import org.semblance.surveillance.event.RecordedCameraEvent;
import org.semblance.surveillance.event.RecordedRecognition;
import org.semblance.surveillance.event.RecordedRecognition.Seen;
import org.semblance.surveillance.event.StatisticsQuery;

/** What cameras saw and what happened to them, in memory, the newest first. */
public class FakeEvents extends EventService {
    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final ShellFakes shell;
    private final List<RecordedRecognition> recognitions = new ArrayList<>();
    private final List<RecordedCameraEvent> happened = new ArrayList<>();
    public final List<EventQuery> queries = new ArrayList<>();
    public final Map<UUID, UUID> afters = new HashMap<>();

    public FakeEvents(ShellFakes shell) {
        this.shell = shell;
    }

    @Override
    public EventPage<RecordedRecognition> list(EventQuery query, @Nullable UUID after, int limit) {
        queries.add(query);
        var wanted = query.traits();
        return page(
                recognitions.stream()
                        .filter(event -> wanted.outcomes().isEmpty()
                                || wanted.outcomes()
                                        .contains(event.event().matched().outcome()))
                        .filter(event -> query.places().cameras().isEmpty()
                                || query.places().cameras().stream().anyMatch(name -> name.value()
                                        .equals(event.camera().name())))
                        .toList(),
                after,
                limit);
    }

    @Override
    public EventPage<RecordedCameraEvent> list(CameraEventQuery query, @Nullable UUID after, int limit) {
        return page(
                happened.stream()
                        .filter(event -> query.types().isEmpty()
                                || query.types().contains(event.event().type()))
                        .filter(event -> query.period().from() == null
                                || !event.at().isBefore(query.period().from()))
                        .toList(),
                after,
                limit);
    }

    @Override
    public RecordedRecognition require(UUID id) {
        return recognitions.stream()
                .filter(event -> event.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new EventNotFoundException(id));
    }

    @Override
    public EventStatistics count(StatisticsQuery query) {
        long matched = shell.recognitions.stream()
                .mapToLong(time -> time.counts().matched())
                .sum();
        return new EventStatistics(new EventStatistics.Counts(matched, 0, 0, 0, 0), shell.recognitions, List.of());
    }

    /** Somebody known is seen. */
    public RecordedRecognition matched(String camera, long person, String name) {
        var verdict = new Verdict(
                Outcome.MATCHED, "clear", new PersonId(person), null, false, 0.83, 0.41, 0.5, 0.05, 0.77, null, "m/1");
        return see(camera, verdict, new Seen(person, name), new AccessOutcome("main", true, "allowed"));
    }

    /** Somebody unknown is seen. */
    public RecordedRecognition unknown(String camera) {
        var verdict = new Verdict(
                Outcome.UNKNOWN, "below-threshold", null, null, false, 0.31, null, 0.5, 0.05, 0.6, null, "m/1");
        return see(camera, verdict, null, null);
    }

    public RecordedCameraEvent happen(String camera, CameraEvent.Type type) {
        var event = new CameraEvent(
                new UUID(2, happened.size() + 1L),
                NOON.plusSeconds(happened.size()),
                new CameraId(1),
                type,
                Map.of("last_seen", NOON.toString()));
        var recorded = new RecordedCameraEvent(event, new SeenBy(1, camera, camera), 1L, NOON);
        happened.add(0, recorded);
        return recorded;
    }

    private RecordedRecognition see(
            String camera, Verdict verdict, @Nullable Seen person, @Nullable AccessOutcome access) {
        long number = recognitions.size() + 1L;
        var event = new RecognitionEvent(
                new UUID(1, number),
                NOON.plusSeconds(number),
                new CameraId(1),
                1,
                verdict,
                new UUID(9, number),
                access,
                false);
        var recorded = new RecordedRecognition(event, new SeenBy(1, camera, camera), "staff", person, NOON);
        recognitions.add(0, recorded);
        return recorded;
    }

    private <T extends Recorded> EventPage<T> page(List<T> all, @Nullable UUID after, int limit) {
        if (after != null) {
            afters.put(after, after);
        }
        int from = after == null ? 0 : all.stream().map(Recorded::id).toList().indexOf(after) + 1;
        List<T> items = all.subList(from, Math.min(all.size(), from + limit));
        boolean isMore = from + limit < all.size();
        return new EventPage<>(items, isMore ? Optional.of(items.get(limit - 1).id()) : Optional.empty());
    }
}
