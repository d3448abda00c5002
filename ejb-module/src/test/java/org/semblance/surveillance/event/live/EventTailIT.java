package org.semblance.surveillance.event.live;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.TestTransaction;
import org.semblance.surveillance.event.CameraEvent;
import org.semblance.surveillance.event.EventWorld;
import org.semblance.surveillance.event.RecognitionEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.semblance.surveillance.event.EventWorld.NOON;

/** The order in which events are told: none is passed over, none comes twice, whoever commits when. */
class EventTailIT {
    private EventWorld world;
    private EventTail tail;

    @BeforeEach
    void open() {
        world = new EventWorld();
        tail = new EventTail(world.database.app());
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void both_kinds_come_in_the_order_in_which_they_were_written_whenever_they_happened() {
        EventPlace begin = tail.end();
        var first = seen(0);
        var offline = EventWorld.happened(world.door, NOON.plusSeconds(9), CameraEvent.Type.OFFLINE);
        var late = EventWorld.late(world.seen(world.yard, world.guests, NOON.minusSeconds(8_000_000), null));
        world.append(first);
        world.append(offline);
        world.append(late);

        EventTail.Part part = tail.after(begin, 10);

        assertThat(ids(part)).containsExactly(first.id(), offline.id(), late.id());
        assertThat(part.isAll()).isTrue();
        assertThat(part.events().get(1).event().galleryId()).isEqualTo(world.staff);
        assertThat(tail.after(part.upTo(), 10).events()).isEmpty();
    }

    @Test
    void pages_follow_on_each_other_from_any_event() {
        EventPlace begin = tail.end();
        world.append(IntStream.range(0, 7).mapToObj(i -> seen(i)).toArray(RecognitionEvent[]::new));
        world.append(seen(8));
        List<LiveEvent> all = tail.after(begin, 100).events();

        EventTail.Part first = tail.after(begin, 5);

        assertThat(all).hasSize(8);
        assertThat(first.events()).isEqualTo(all.subList(0, 5));
        assertThat(first.isAll()).isFalse();
        assertThat(tail.after(first.upTo(), 5).events()).isEqualTo(all.subList(5, 8));
        for (int i = 0; i < all.size(); i++) {
            assertThat(tail.after(all.get(i).place(), 100).events()).isEqualTo(all.subList(i + 1, 8));
        }
    }

    @Test
    void what_commits_later_is_waited_for_and_not_passed_over() {
        EventPlace begin = tail.end();
        var early = seen(0);
        var quick = seen(1);

        EventPlace meanwhile = TestTransaction.in(world.database.app(), slow -> {
            world.log(slow).append(List.of(early));
            world.append(quick);
            EventTail.Part part = tail.after(begin, 10);
            assertThat(part.events()).isEmpty();
            return part.upTo();
        });

        assertThat(ids(tail.after(meanwhile, 10))).containsExactly(early.id(), quick.id());
    }

    @Test
    void many_who_write_at_once_lose_and_repeat_nothing_for_somebody_who_reads() throws Exception {
        EventPlace place = tail.end();
        var writers = Executors.newFixedThreadPool(6);
        List<Future<List<UUID>>> written = new ArrayList<>();
        for (int writer = 0; writer < 6; writer++) {
            written.add(writers.submit(writer(writer)));
        }
        List<UUID> told = new ArrayList<>();
        boolean isDone = false;
        while (!isDone) {
            isDone = written.stream().allMatch(Future::isDone);
            EventTail.Part part;
            do {
                part = tail.after(place, 7);
                told.addAll(ids(part));
                place = part.upTo();
            } while (!part.isAll());
        }
        writers.shutdown();

        List<UUID> all = new ArrayList<>();
        for (Future<List<UUID>> some : written) {
            all.addAll(some.get());
        }
        assertThat(told).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
    }

    /** Some of its transactions take longer than others, some write several events, some are rolled back. */
    private Callable<List<UUID>> writer(int number) {
        return () -> {
            List<UUID> ids = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                var some = new RecognitionEvent[] {seen(i), seen(number)};
                boolean isKept = i % 7 != 0;
                try {
                    TestTransaction.in(world.database.app(), transaction -> {
                        world.log(transaction).append(List.of(some[0]));
                        pause(Math.floorMod(some[0].id().hashCode(), 5));
                        world.log(transaction).append(List.of(some[1]));
                        if (!isKept) {
                            throw new IllegalStateException("rolled back");
                        }
                        return true;
                    });
                    ids.add(some[0].id());
                    ids.add(some[1].id());
                } catch (IllegalStateException e) {
                    assertThat(isKept).isFalse();
                }
            }
            return ids;
        };
    }

    @Test
    void a_reader_of_rows_holds_nobody_up() throws Exception {
        EventPlace begin = tail.end();
        try (Connection reader = world.database.app().getConnection()) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("SELECT count(*) FROM semblance.recognition_events");
            world.append(seen(0));

            assertThat(tail.after(begin, 10).events()).hasSize(1);
        }
    }

    @Test
    void places_of_another_database_and_of_long_ago_are_lost() {
        world.append(seen(0));
        EventPlace before = new EventPlace(1, 0);
        EventPlace end = tail.end();

        assertThat(tail.isLost(end)).isFalse();
        assertThat(tail.isLost(before)).isFalse();
        assertThat(tail.isLost(new EventPlace(end.transaction() + 1_000_000, 0)))
                .isTrue();
        world.sql()
                .change("ALTER TABLE semblance.recognition_events ALTER COLUMN recorded_at SET DEFAULT"
                        + " now() - interval '8 days'");
        EventPlace old = tail.end();
        world.append(seen(1));
        assertThat(tail.isLost(old)).isTrue();
    }

    private RecognitionEvent seen(int second) {
        return world.seen(world.door, world.staff, NOON.plusSeconds(second), null);
    }

    private static List<UUID> ids(EventTail.Part part) {
        return part.events().stream().map(event -> event.event().id()).toList();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
