package org.semblance.surveillance.pull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.GalleryName;
import org.semblance.platform.BusyException;
import org.semblance.platform.InvalidInputException;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.CameraRules;
import org.semblance.surveillance.Cameras;
import org.semblance.surveillance.flow.Frame;
import org.semblance.vision.Photo;

import static org.assertj.core.api.Assertions.assertThat;

class FeedTest {
    private static final CameraId DOOR = new CameraId(7);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FakeIntake intake = new FakeIntake();
    private final PullCounts counts = new PullCounts();
    private final Feed feed = new Feed(DOOR, new OneCamera(true), intake, counts, threads);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void a_slow_recogniser_gets_the_newest_frame_and_never_a_backlog() throws Exception {
        var isSlow = new CountDownLatch(1);
        var hasBegun = new CountDownLatch(1);
        intake.before(() -> {
            hasBegun.countDown();
            await(isSlow);
        });
        Frame first = frame();
        feed.offer(first);
        assertThat(hasBegun.await(5, TimeUnit.SECONDS)).isTrue();

        Frame newest = first;
        for (int i = 0; i < 50; i++) {
            newest = frame();
            feed.offer(newest);
        }
        isSlow.countDown();
        eventually(() -> intake.taken().size() == 2);

        assertThat(intake.taken()).containsExactly(first, newest);
        assertThat(counts.of(Fate.REPLACED)).isEqualTo(49);
        eventually(() -> counts.of(Fate.TAKEN) == 2);
    }

    @Test
    void waits_as_long_as_a_busy_server_says_and_offers_the_frame_again() throws Exception {
        var refusals = new AtomicInteger();
        intake.before(() -> {
            if (refusals.getAndIncrement() == 0) {
                throw new BusyException("Too many frames wait", 1);
            }
        });
        Frame frame = frame();
        long start = System.nanoTime();

        feed.offer(frame);
        eventually(() -> counts.of(Fate.TAKEN) == 1);

        assertThat(intake.taken()).containsExactly(frame);
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isGreaterThanOrEqualTo(950);
    }

    @Test
    void counts_what_is_refused_and_what_fails_and_goes_on() throws Exception {
        var answers = new AtomicInteger();
        intake.before(() -> {
            switch (answers.getAndIncrement()) {
                case 0 -> throw new InvalidInputException("image", "It cannot be read");
                case 1 -> throw new IllegalStateException("The database is away");
                default -> {}
            }
        });

        for (int i = 0; i < 3; i++) {
            feed.offer(frame());
            int done = i + 1;
            eventually(() -> answers.get() == done);
        }
        eventually(() -> counts.of(Fate.TAKEN) == 1);

        assertThat(counts.of(Fate.UNREADABLE)).isEqualTo(1);
        assertThat(counts.of(Fate.FAILED)).isEqualTo(1);
    }

    @Test
    void takes_nothing_of_a_disabled_camera_and_nothing_once_it_is_stopped() throws Exception {
        var disabled = new Feed(DOOR, new OneCamera(false), intake, counts, threads);

        disabled.offer(frame());
        eventually(() -> counts.of(Fate.REFUSED) == 1);
        feed.stop();
        feed.offer(frame());
        feed.stop();

        assertThat(intake.taken()).isEmpty();
        assertThat(counts.of(Fate.REFUSED)).isEqualTo(2);
    }

    static void eventually(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("time that is left").isNegative();
            Thread.sleep(10);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Frame frame() {
        return new Frame(UUID.randomUUID(), Photo.of(TestCamera.JPEG), Instant.now(), Instant.now());
    }

    private record OneCamera(boolean isEnabled) implements Cameras {
        @Override
        public List<Camera> all() {
            return List.of(new Camera(
                    DOOR,
                    new CameraName("door"),
                    "Door",
                    "",
                    1,
                    new GalleryName("staff"),
                    CameraRules.STANDARD,
                    isEnabled,
                    Instant.EPOCH,
                    1));
        }

        @Override
        public Optional<Camera> find(CameraId id) {
            return all().stream().filter(camera -> camera.id().equals(id)).findFirst();
        }

        @Override
        public Optional<Camera> find(CameraName name) {
            return all().stream().filter(camera -> camera.name().equals(name)).findFirst();
        }
    }
}
