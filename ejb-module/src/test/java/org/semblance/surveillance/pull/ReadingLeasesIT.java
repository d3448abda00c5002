package org.semblance.surveillance.pull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.platform.ExpectedVersion;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.event.CameraEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** Which of two servers reads which camera. */
class ReadingLeasesIT {
    private static final Duration LENGTH = Duration.ofSeconds(15);

    @TempDir
    Path directory;

    private PullWorld world;
    private CameraId door;
    private ReadingLeases leases;

    @BeforeEach
    void open() {
        world = new PullWorld(directory);
        door = world.cameras.camera("door");
        world.put(door, SourceKind.MJPEG, "http://camera.example/", 2);
        leases = world.leases();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void one_server_reads_a_camera_until_its_lease_is_over() {
        ReadingLease first = take("a").get(0);

        assertThat(first.camera()).isEqualTo(door);
        assertThat(first.version()).isEqualTo(1);
        assertThat(take("b")).isEmpty();
        assertThat(leases.renew(List.of(first.lease()), LENGTH)).isEqualTo(Map.of(first.lease(), 1));
        world.endLease(door);
        assertThat(leases.renew(List.of(first.lease()), LENGTH)).isEmpty();

        ReadingLease second = take("b").get(0);
        assertThat(second.lease()).isNotEqualTo(first.lease());
        assertThat(world.column(door, "node")).isEqualTo("b");
        assertThat(leases.renew(List.of(first.lease()), LENGTH)).isEmpty();
    }

    @Test
    void servers_that_ask_at_once_share_the_cameras() throws Exception {
        for (int i = 0; i < 20; i++) {
            world.put(world.cameras.camera("yard-" + i), SourceKind.MJPEG, "http://camera.example/", 2);
        }
        var threads = Executors.newFixedThreadPool(8);
        var taken = new ArrayList<CameraId>();

        for (var server : threads.invokeAll(IntStream.range(0, 30)
                .<Callable<List<ReadingLease>>>mapToObj(i -> () -> leases.take("server-" + i, 3, LENGTH))
                .toList())) {
            server.get().forEach(lease -> taken.add(lease.camera()));
        }
        threads.shutdown();

        assertThat(taken).hasSize(21).doesNotHaveDuplicates();
    }

    @Test
    void nobody_reads_what_is_off_disabled_or_waits_for_its_next_try() {
        world.cameras.enable(door, false);
        assertThat(take("a")).isEmpty();
        world.cameras.enable(door, true);
        ReadingLease lease = take("a").get(0);

        world.cameras.enable(door, false);
        assertThat(leases.renew(List.of(lease.lease()), LENGTH)).isEmpty();
        world.cameras.enable(door, true);
        leases.free(door, lease.lease());
        world.put(
                door,
                new NewSource(SourceKind.MJPEG, "http://camera.example/", 2, null, null, false),
                ExpectedVersion.ANY);
        assertThat(take("a")).isEmpty();
    }

    @Test
    void a_changed_source_has_another_version() {
        ReadingLease lease = take("a").get(0);

        world.put(door, SourceKind.SNAPSHOT, "http://camera.example/other", 1);

        assertThat(leases.renew(List.of(lease.lease()), LENGTH)).containsEntry(lease.lease(), 2);
    }

    @Test
    void people_are_told_of_the_second_failure_in_a_row_and_once_of_the_return() {
        fail("unreachable");
        assertThat(told()).isEmpty();
        fail("unreachable");
        fail("login-refused");
        assertThat(told()).containsExactly(CameraEvent.Type.SOURCE_FAILED);
        CameraSource failing = world.sources().find(door).orElseThrow();
        assertThat(failing.state().failures()).isEqualTo(3);
        assertThat(failing.state().error()).isEqualTo("login-refused");

        ReadingLease lease = take("b").get(0);
        leases.began(door, lease.lease());
        leases.began(door, lease.lease());

        assertThat(told()).containsExactly(CameraEvent.Type.SOURCE_FAILED, CameraEvent.Type.SOURCE_RESTORED);
        assertThat(world.sources().find(door).orElseThrow().state().error()).isNull();
    }

    @Test
    void whoever_lost_the_lease_records_nothing() {
        ReadingLease lost = take("a").get(0);
        world.endLease(door);
        take("b");

        leases.failed(door, lost.lease(), "unreachable", Duration.ofSeconds(1));
        leases.began(door, UUID.randomUUID());
        leases.free(door, lost.lease());

        assertThat(world.column(door, "failures")).isEqualTo("0");
        assertThat(world.column(door, "node")).isEqualTo("b");
    }

    @Test
    void knows_whether_another_server_could_take_over() {
        assertThat(leases.isAlone("a")).isTrue();
        world.cameras.owner().change("INSERT INTO semblance.node (id, name) VALUES (gen_random_uuid(), 'a')");
        assertThat(leases.isAlone("a")).isTrue();
        world.cameras.owner().change("INSERT INTO semblance.node (id, name) VALUES (gen_random_uuid(), 'b')");

        assertThat(leases.isAlone("a")).isFalse();
    }

    private List<ReadingLease> take(String node) {
        return leases.take(node, 10, LENGTH);
    }

    private void fail(String code) {
        ReadingLease lease = take("a").get(0);
        leases.failed(door, lease.lease(), code, Duration.ofMinutes(1));
        assertThat(take("a")).isEmpty();
        world.tryAgainNow(door);
    }

    private List<CameraEvent.Type> told() {
        return world.events.types().stream()
                .filter(type -> type != CameraEvent.Type.CHANGED)
                .toList();
    }
}
