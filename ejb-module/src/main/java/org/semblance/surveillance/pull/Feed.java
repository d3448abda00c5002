package org.semblance.surveillance.pull;

import jakarta.ejb.EJBException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.BusyException;
import org.semblance.platform.Problem;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.Cameras;
import org.semblance.surveillance.flow.Frame;
import org.semblance.surveillance.flow.FrameIntake;

/**
 * Hands the frames of one camera on, one at a time. While one is recognised the newest other one waits, and no more than
 * that: a slow recogniser sees fewer frames, never old ones.
 */
final class Feed {
    private static final Logger LOG = Logger.getLogger(Feed.class);
    private static final int LONGEST_PAUSE_SECONDS = 10;

    private final CameraId id;
    private final Cameras cameras;
    private final FrameIntake intake;
    private final PullCounts counts;
    private final Executor threads;

    private final AtomicReference<@Nullable Frame> waiting = new AtomicReference<>();
    private final AtomicBoolean isBusy = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean isInTrouble;

    Feed(CameraId id, Cameras cameras, FrameIntake intake, PullCounts counts, Executor threads) {
        this.id = id;
        this.cameras = cameras;
        this.intake = intake;
        this.counts = counts;
        this.threads = threads;
    }

    void offer(Frame frame) {
        if (waiting.getAndSet(frame) != null) {
            counts.count(Fate.REPLACED);
        }
        begin();
    }

    /** What waits is not handed on any more. */
    void stop() {
        stopped.countDown();
        if (waiting.getAndSet(null) != null) {
            counts.count(Fate.REFUSED);
        }
    }

    private void begin() {
        if (waiting.get() != null && !isStopped() && isBusy.compareAndSet(false, true)) {
            threads.execute(this::handOn);
        }
    }

    private void handOn() {
        try {
            for (Frame frame = waiting.getAndSet(null); frame != null; frame = waiting.getAndSet(null)) {
                take(frame);
            }
        } finally {
            isBusy.set(false);
        }
        begin();
    }

    private void take(Frame frame) {
        Camera camera = cameras.find(id).filter(Camera::isEnabled).orElse(null);
        if (camera == null || isStopped()) {
            counts.count(Fate.REFUSED);
            return;
        }
        try {
            intake.take(camera, frame);
            counts.count(Fate.TAKEN);
            isInTrouble = false;
        } catch (BusyException e) {
            waitAndRepeat(frame, e.retryAfter().orElse(1));
        } catch (Problem e) {
            counts.count(fate(e));
        } catch (EJBException | IllegalStateException e) {
            counts.count(Fate.FAILED);
            if (!isInTrouble && !isStopped()) {
                LOG.warnf("Frames of the camera %s cannot be recognised: %s", id, e.getMessage());
            }
            isInTrouble = true;
        }
    }

    private static Fate fate(Problem problem) {
        return switch (problem.kind()) {
            case UNAVAILABLE -> Fate.FAILED;
            case INVALID, REFUSED, UNSUPPORTED_TYPE, TOO_LARGE -> Fate.UNREADABLE;
            default -> Fate.REFUSED;
        };
    }

    /** Unless a newer one has come meanwhile. */
    private void waitAndRepeat(Frame frame, int seconds) {
        try {
            boolean isOver = stopped.await(Math.min(seconds, LONGEST_PAUSE_SECONDS), TimeUnit.SECONDS);
            if (isOver || !waiting.compareAndSet(null, frame)) {
                counts.count(isOver ? Fate.REFUSED : Fate.REPLACED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
            counts.count(Fate.REFUSED);
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }
}
