package org.semblance.surveillance.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.semblance.TestTransaction;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.Scope;
import org.semblance.identity.SignedInUser;
import org.semblance.platform.Permissions;
import org.semblance.surveillance.CallerCameras;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.CameraWorld;
import org.semblance.surveillance.RecordedEvents;
import org.semblance.surveillance.SetClock;
import org.semblance.surveillance.event.CameraEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.semblance.surveillance.event.CameraEvent.Type.OFFLINE;
import static org.semblance.surveillance.event.CameraEvent.Type.ONLINE;

/** Cameras that fall silent and speak again, on a database that several servers share. */
class CameraWatchIT {
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final CameraWorld world = new CameraWorld();
    private final RecordedEvents events = new RecordedEvents();
    private final CameraId door = world.camera("door");
    private final CameraId yard = world.camera("yard");

    @AfterEach
    void close() {
        CurrentUser.end();
        world.close();
    }

    @Test
    void a_camera_comes_goes_and_comes_back_each_told_once() {
        look(heard(door, 1));
        look(heard(door, 1));
        silentFor(door, 40);
        look(nothing());
        look(nothing());
        look(heard(door, 0));

        assertThat(events.types()).containsExactly(ONLINE, OFFLINE, ONLINE);
        CameraEvent gone = events.ofCameras().get(1);
        assertThat(gone.camera()).isEqualTo(door);
        assertThat(gone.details()).containsKeys("last_seen", "online_since");
        assertThat(events.ofCameras().get(2).details()).containsKey("offline_since");
        assertThat(status(door)).isEqualTo(CameraState.Status.ONLINE);
        assertThat(states().find(Set.of(yard))).isEmpty();
    }

    @Test
    void cameras_are_counted_by_state_as_far_as_the_caller_may_see_them() {
        look(heard(door, 1));
        world.enable(yard, false);
        world.camera("gate");
        var service = countingService();

        callWith(Scope.EVERYWHERE);
        assertThat(service.count())
                .isEqualTo(Map.of(
                        CameraState.Status.ONLINE, 1L,
                        CameraState.Status.DISABLED, 1L,
                        CameraState.Status.NEVER, 1L));
        callWith(Scope.of(Set.of(-1L)));
        assertThat(service.count()).isEmpty();
    }

    private CameraHealthService countingService() {
        var cache =
                new SteadyHealthCache(new MemoryHealthCache(java.time.Clock.systemUTC()), java.time.Clock.systemUTC());
        return new CameraHealthService(new CallerCameras(world), states(), cache, new Workers(cache));
    }

    private static void callWith(Scope scope) {
        var scopes = Map.of(Permissions.CAMERA_READ, scope);
        CurrentUser.begin(new SignedInUser(new UUID(0, 1), "ada", "Ada", scopes, null));
    }

    @Test
    void many_servers_that_look_at_once_tell_of_it_once() throws Exception {
        look(heard(door, 0));
        silentFor(door, 40);
        var threads = Executors.newFixedThreadPool(8);

        threads.invokeAll(IntStream.range(0, 24)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    look(nothing());
                    return true;
                })
                .toList());
        threads.shutdown();

        assertThat(events.types()).containsExactly(ONLINE, OFFLINE);
    }

    @Test
    void a_camera_that_another_server_hears_stays_online() {
        look(heard(door, 0));
        silentFor(door, 40);

        look(new Signs(Map.of(), Set.of(door), SILENCE, false));

        assertThat(events.types()).containsExactly(ONLINE);
    }

    @Test
    void an_empty_cache_makes_nobody_offline_that_was_heard_just_now() {
        look(heard(door, 5));

        look(nothing());

        assertThat(events.types()).containsExactly(ONLINE);
    }

    @Test
    void nobody_goes_offline_while_a_server_has_only_just_started() {
        look(heard(door, 0));
        silentFor(door, 3600);

        look(new Signs(Map.of(), Set.of(), SILENCE, true));
        assertThat(events.types()).containsExactly(ONLINE);

        look(nothing());
        assertThat(events.types()).containsExactly(ONLINE, OFFLINE);
    }

    @Test
    void a_disabled_camera_is_neither() {
        look(heard(door, 0));
        world.enable(door, false);
        silentFor(door, 40);

        look(nothing());
        assertThat(status(door)).isEqualTo(CameraState.Status.NEVER);
        world.enable(door, true);
        look(nothing());

        assertThat(events.types()).containsExactly(ONLINE);
        look(heard(door, 0));
        assertThat(events.types()).containsExactly(ONLINE, ONLINE);
    }

    @Test
    void a_camera_that_is_not_there_is_passed_over() {
        look(heard(new CameraId(99), 0));

        assertThat(events.types()).isEmpty();
    }

    @Test
    void nothing_is_told_that_was_not_written() {
        look(heard(door, 0));
        silentFor(door, 40);

        assertThatThrownBy(() -> TestTransaction.in(world.app(), it -> {
                    new CameraStates(it, events, java.time.Clock.systemUTC()).look(nothing());
                    throw new IllegalStateException("The database goes away");
                }))
                .hasMessageContaining("goes away");

        assertThat(status(door)).isEqualTo(CameraState.Status.ONLINE);
    }

    @Test
    void the_watch_waits_after_its_start_and_goes_by_what_it_hears() {
        var clock = new SetClock(Instant.now());
        var cache = new SteadyHealthCache(new MemoryHealthCache(clock), clock);
        var pulse = new CameraPulse(clock);
        var settings = new WatchSettings(SILENCE);
        look(heard(door, 0));
        silentFor(door, 600);
        var watch = new CameraWatch(new CameraWatch.Heard(cache, pulse), states(), world, settings, clock);

        watch.look();
        assertThat(events.types()).containsExactly(ONLINE);
        pulse.seen(yard, clock.instant());
        clock.pass(SILENCE);
        watch.look();

        assertThat(events.types()).contains(OFFLINE);
        assertThat(events.ofCameras())
                .filteredOn(event -> event.camera().equals(door))
                .hasSize(2);
        assertThat(watch.count(CameraState.Status.OFFLINE)).isEqualTo(1);
        assertThat(cache.get("camera:" + door + ":status")).contains("offline");
    }

    private void look(Signs signs) {
        TestTransaction.in(world.app(), it -> new CameraStates(it, events, java.time.Clock.systemUTC()).look(signs));
    }

    private CameraStates states() {
        return new CameraStates(world.app(), events, java.time.Clock.systemUTC());
    }

    private CameraState.Status status(CameraId camera) {
        return Objects.requireNonNull(states().find(Set.of(camera)).get(camera)).status();
    }

    private void silentFor(CameraId camera, int seconds) {
        world.owner()
                .change(
                        "UPDATE semblance.camera_state SET last_seen_at = now() - make_interval(secs => ?) WHERE camera_id = ?",
                        seconds,
                        camera.value());
    }

    private static Signs nothing() {
        return new Signs(Map.of(), Set.of(), SILENCE, false);
    }

    private static Signs heard(CameraId camera, int secondsAgo) {
        return new Signs(Map.of(camera, Duration.ofSeconds(secondsAgo)), Set.of(camera), SILENCE, false);
    }
}
