package org.semblance.surveillance.access;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.audit.AuditEvent;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.VersionMismatchException;
import org.semblance.surveillance.CameraName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.semblance.surveillance.access.AccessWorld.said;

class DoorStoreIT {
    private static final DoorName MAIN = new DoorName("main");

    private AccessWorld world;
    private CameraName camera;
    private long gallery;

    @BeforeEach
    void open() {
        world = new AccessWorld(Clock.systemUTC());
        gallery = world.rows.gallery();
        camera = world.camera(gallery);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_door_is_set_up_changed_and_deleted() {
        CameraName second = world.camera(world.rows.gallery());

        Door made = world.door("main", camera, second, camera);
        assertThat(made.said().cameras()).containsExactly(camera, second);
        assertThat(made.cameras()).containsExactlyInAnyOrder(world.id(camera), world.id(second));
        assertThat(made.galleries()).hasSize(2).contains(gallery);

        var other = new NewDoor(MAIN, "Gate", ZoneId.of("UTC"), List.of(second), false);
        Door changed = world.in(() -> world.doors.change(other, ExpectedVersion.of(made.version())));
        assertThat(changed.said()).isEqualTo(other);
        assertThatThrownBy(() -> world.in(() -> world.doors.change(other, ExpectedVersion.of(made.version()))))
                .isInstanceOf(VersionMismatchException.class);
        assertThatThrownBy(() -> world.run(() -> world.doors.remove(MAIN, ExpectedVersion.of(made.version()))))
                .isInstanceOf(VersionMismatchException.class);

        world.run(() -> world.doors.remove(MAIN, ExpectedVersion.of(changed.version())));
        assertThatThrownBy(() -> world.doors.require(MAIN)).isInstanceOf(DoorNotFoundException.class);
        assertThat(world.audited)
                .extracting(AuditEvent::action)
                .containsExactly("door.created", "door.changed", "door.deleted");
        assertThat(world.door("gate", camera, second).cameras()).hasSize(2);
    }

    @Test
    void names_and_cameras_are_one_doors_only() {
        world.door("main", camera);

        assertThatThrownBy(() -> world.door("main")).isInstanceOf(DoorExistsException.class);
        assertThatThrownBy(() -> world.door("side", camera))
                .isInstanceOf(CameraAtDoorException.class)
                .hasMessageContaining("'main'");
        assertThatThrownBy(() -> world.door("side", new CameraName("nowhere")))
                .isInstanceOf(InvalidInputException.class);
        assertThat(world.doors.all()).hasSize(1);
    }

    @Test
    void of_two_who_want_a_camera_at_once_one_gets_it() {
        List<CompletableFuture<Door>> both = Stream.of("east", "west")
                .map(name -> CompletableFuture.supplyAsync(() -> world.door(name, camera)))
                .toList();

        long refused = both.stream().filter(DoorStoreIT::isRefused).count();

        assertThat(refused).isEqualTo(1);
        assertThat(world.doors.all()).hasSize(1);
    }

    @Test
    void a_camera_that_is_removed_watches_no_longer() {
        world.door("main", camera);

        world.rows.run("UPDATE camera SET removed_at = now() WHERE name = ?", camera.value());

        assertThat(world.doors.require(MAIN).cameras()).isEmpty();
        CameraName namesake = new CameraName(camera.value());
        world.rows.run("UPDATE camera SET name = 'old' WHERE name = ?", camera.value());
        world.rows.run("UPDATE camera SET name = ? WHERE name = ?", namesake.value(), world.camera(gallery).value());
        assertThat(world.door("side", namesake).cameras()).hasSize(1);
    }

    @Test
    void rules_that_hold_nowhere_else_go_with_their_door() {
        world.door("main");
        world.door("side");
        AccessRule here = world.allow(Whom.EVERYBODY, null, "main");
        AccessRule both = world.allow(Whom.EVERYBODY, null, "main", "side");
        AccessRule all = world.allow(Whom.EVERYBODY, null);

        world.run(() -> world.doors.remove(MAIN, ExpectedVersion.ANY));

        assertThat(world.rules.all()).extracting(AccessRule::id).containsExactly(both.id(), all.id());
        assertThat(world.rules.require(both.id()).said().doors()).containsExactly(new DoorName("side"));
        assertThat(world.audited)
                .anyMatch(event -> event.action().equals("access-rule.deleted")
                        && event.subjectId().equals(here.id().toString()));

        world.run(() -> world.doors.remove(new DoorName("side"), ExpectedVersion.ANY));
        assertThat(world.rules.all()).extracting(AccessRule::id).containsExactly(all.id());
    }

    @Test
    void doors_are_listed_page_by_page() {
        Stream.of("a", "b", "c").forEach(name -> world.door(name));

        var first = world.doors.list(0, 2);
        var second = world.doors.list(first.next().orElseThrow(), 2);

        assertThat(first.items()).extracting(Door::name).containsExactly(new DoorName("a"), new DoorName("b"));
        assertThat(second.items()).extracting(Door::name).containsExactly(new DoorName("c"));
        assertThat(second.next()).isEmpty();
    }

    @Test
    void what_is_said_of_a_door_must_make_sense() {
        assertThatThrownBy(() -> new DoorName("Main Door")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new NewDoor(MAIN, " ", ZoneId.of("UTC"), List.of(), true))
                .isInstanceOf(InvalidInputException.class);
        assertThat(said("main").title()).isEqualTo("main");
    }

    private static boolean isRefused(CompletableFuture<Door> made) {
        try {
            made.join();
            return false;
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(CameraAtDoorException.class);
            return true;
        }
    }
}
