package org.semblance.surveillance.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.PersonId;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.live.Notifications;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.KnownPerson;
import org.semblance.surveillance.event.RecognitionEvent.AccessOutcome;

import static org.assertj.core.api.Assertions.assertThat;

/** Decisions from memory, whatever becomes of the database. */
class AccessJudgeIT {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private AccessWorld world;
    private AccessJudge judge;
    private CameraName camera;
    private CameraId id;
    private KnownPerson ada;

    @BeforeEach
    void open() {
        world = new AccessWorld(CLOCK);
        judge = world.judge(CLOCK);
        long gallery = world.rows.gallery();
        camera = world.camera(gallery);
        id = world.id(camera);
        ada = new KnownPerson(new PersonId(1), gallery, "Ada", null, false, null, Set.of());
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_camera_decides_at_the_door_that_it_watches() {
        assertThat(judge()).isEmpty();
        Door door = world.door("main", camera);
        world.book.read();
        assertThat(judge()).contains(new AccessOutcome("main", false, "no-rule"));

        AccessRule rule = world.allow(Whom.EVERYBODY, null);
        world.book.read();
        assertThat(judge())
                .contains(new AccessOutcome("main", true, "allowed", rule.id().value()));
        assertThat(judge.judge(id, Optional.empty(), "not-live", NOW))
                .contains(new AccessOutcome("main", false, "not-live"));

        var closed = new NewDoor(door.name(), "x", door.said().zone(), List.of(camera), false);
        world.in(() -> world.doors.change(closed, ExpectedVersion.ANY));
        world.book.read();
        assertThat(judge()).isEmpty();
        assertThat(world.counted)
                .extracting(AccessDecision::reason)
                .containsExactly(AccessReason.NO_RULE, AccessReason.ALLOWED, AccessReason.NOT_LIVE);
    }

    @Test
    void decides_without_a_database_until_the_rules_are_too_old() {
        world.door("main", camera);
        world.allow(Whom.EVERYBODY, null);
        world.book.read();

        world.close();

        assertThat(judge().orElseThrow().isAllowed()).isTrue();
        AccessJudge tomorrow = world.judge(Clock.offset(CLOCK, Duration.ofHours(25)));
        assertThat(tomorrow.judge(id, Optional.of(ada), "clear", NOW))
                .contains(new AccessOutcome("main", false, "rules-outdated"));
    }

    @Test
    void every_change_is_told_to_all_nodes() throws InterruptedException {
        var heard = new AtomicInteger();
        var notifications = new Notifications(world.database.app());
        notifications.listen(AccessNews.CHANNEL, news -> heard.incrementAndGet());
        var hearing = new Thread(notifications);
        hearing.start();
        try {
            await(heard, 1);

            world.door("main", camera);
            await(heard, 2);
            AccessRule rule = world.allow(Whom.EVERYBODY, null);
            await(heard, 3);
            world.run(() -> world.rules.remove(rule.id(), ExpectedVersion.ANY));
            await(heard, 4);
        } finally {
            notifications.stop();
            hearing.join();
        }
    }

    private Optional<AccessOutcome> judge() {
        return judge.judge(id, Optional.of(ada), "clear", NOW);
    }

    private static void await(AtomicInteger heard, int count) throws InterruptedException {
        for (int i = 0; i < 500 && heard.get() < count; i++) {
            Thread.sleep(20);
        }
        assertThat(heard.get()).isEqualTo(count);
    }
}
