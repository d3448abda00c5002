package org.semblance.surveillance.event.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.identity.Scope;
import org.semblance.platform.BusyException;
import org.semblance.surveillance.event.CameraEvent;
import org.semblance.surveillance.event.EventBounds;
import org.semblance.surveillance.event.EventWorld;
import org.semblance.surveillance.event.RecognitionEvent;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;
import org.semblance.surveillance.event.Recorded;
import org.semblance.surveillance.event.live.LiveFilter.Kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.semblance.surveillance.event.EventWorld.NOON;

/** Those who listen on one node: who begins now, who comes back, who is too slow and who are too many. */
class FollowersIT {
    private static final int MOST = 3;

    private EventWorld world;
    private EventTail tail;
    private Followers followers;

    @BeforeEach
    void open() {
        world = new EventWorld();
        tail = new EventTail(world.database.app());
        followers = new Followers(tail, MOST, Runnable::run);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whoever_begins_now_is_told_what_comes_once() {
        world.append(seen(0));
        var listener = new Noting();
        followers.add(listener, null);

        var first = tell(seen(1));
        var second = tell(seen(2), seen(3));

        assertThat(listener.told)
                .containsExactlyElementsOf(Stream.concat(first, second).toList());
    }

    @Test
    void whoever_comes_back_is_told_what_they_missed_and_goes_on_with_the_others() {
        var there = new Noting();
        followers.add(there, null);
        tell(IntStream.range(0, 450).mapToObj(this::seen).toArray(RecognitionEvent[]::new));
        EventPlace hundredth = there.places.get(99);

        var back = new Noting();
        followers.add(back, hundredth);
        tell(seen(900));

        assertThat(there.told).hasSize(451).doesNotHaveDuplicates();
        assertThat(back.told).isEqualTo(there.told.subList(100, 451));
        assertThat(back.hasMissed).isFalse();
    }

    @Test
    void whoever_catches_up_slowly_is_told_no_faster() {
        EventPlace begin = tail.end();
        world.append(IntStream.range(0, 450).mapToObj(this::seen).toArray(RecognitionEvent[]::new));
        var slow = new Noting();
        slow.taken = new CompletableFuture<>();

        followers.add(slow, begin);
        int atFirst = slow.told.size();
        CompletableFuture<Object> taken = slow.taken;
        slow.taken = CompletableFuture.completedFuture(true);
        taken.complete(true);

        assertThat(atFirst).isEqualTo(200);
        assertThat(slow.told).hasSize(450).doesNotHaveDuplicates();
    }

    @Test
    void a_place_of_another_database_is_said_to_be_missed() {
        var lost = new Noting();

        followers.add(lost, new EventPlace(Long.MAX_VALUE / 2, 0));
        var told = tell(seen(1));

        assertThat(lost.hasMissed).isTrue();
        assertThat(lost.told).containsExactlyElementsOf(told.toList());
    }

    @Test
    void no_more_than_may_listen_and_who_has_gone_makes_room() {
        List<Noting> listeners = Stream.generate(Noting::new).limit(MOST).toList();
        listeners.forEach(listener -> followers.add(listener, null));

        assertThatThrownBy(() -> followers.add(new Noting(), null)).isInstanceOf(BusyException.class);
        listeners.get(0).isListening = false;
        followers.look();
        followers.add(new Noting(), null);

        assertThat(listeners.get(0).isClosed).isTrue();
        tell(seen(1));
        assertThat(listeners.get(0).told).isEmpty();
        assertThat(listeners.get(1).told).hasSize(1);
    }

    @Test
    void who_is_told_by_filter_takes_their_own() {
        List<Recorded> unknown = new ArrayList<>();
        List<Recorded> ofYard = new ArrayList<>();
        var strangers = new LiveFilter(Kinds.RECOGNITIONS, EventBounds.NONE, Set.of(Outcome.UNKNOWN));
        var guests = new LiveFilter(Kinds.BOTH, new EventBounds(null, Scope.of(Set.of(world.guests))), Set.of());
        var listening = new FilteredListener(strangers, unknown::add);
        followers.add(listening, null);
        followers.add(new FilteredListener(guests, ofYard::add), null);

        tell(seen(1), world.seen(world.door, world.staff, NOON, world.person("Ada", world.staff)));
        world.append(EventWorld.happened(world.yard, NOON, CameraEvent.Type.ONLINE));
        followers.hear();
        followers.look();
        listening.close();
        tell(seen(2));

        assertThat(unknown).hasSize(1);
        assertThat(ofYard).hasSize(1);
    }

    private RecognitionEvent seen(int second) {
        return world.seen(world.door, world.staff, NOON.plusSeconds(second), null);
    }

    private Stream<UUID> tell(RecognitionEvent... events) {
        world.append(events);
        followers.hear();
        followers.look();
        return Stream.of(events).map(RecognitionEvent::id);
    }

    private static final class Noting implements EventListener {
        private final List<UUID> told = new ArrayList<>();
        private final List<EventPlace> places = new ArrayList<>();
        private CompletableFuture<Object> taken = CompletableFuture.completedFuture(true);
        private boolean isListening = true;
        private boolean isClosed;
        private boolean hasMissed;

        @Override
        public CompletionStage<?> tell(List<LiveEvent> events, EventPlace upTo) {
            events.forEach(event -> {
                told.add(event.event().id());
                places.add(event.place());
            });
            return taken;
        }

        @Override
        public boolean isListening() {
            return isListening;
        }

        @Override
        public void missed() {
            hasMissed = true;
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }
}
