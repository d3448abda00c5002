package org.semblance.surveillance.pull;

import jakarta.ejb.EJBException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.semblance.platform.Problem;
import org.semblance.platform.UuidV7;
import org.semblance.surveillance.flow.Frame;
import org.semblance.vision.Photo;

/** Reads one camera, for no longer than this server holds its lease. */
final class Reading implements Runnable {
    private static final Logger LOG = Logger.getLogger(Reading.class);
    private static final int MOST_UNREADABLE = 5;

    private final ReadingLease lease;
    private final Frames frames;
    private final Feed feed;
    private final ReadingLeases leases;
    private final PullCounts counts;
    private final Pace pace;
    private final Clock clock = Clock.systemUTC();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile long end;
    private boolean hasBegun;
    private int unreadable;

    Reading(ReadingLease lease, Frames frames, Feed feed, ReadingLeases leases, PullCounts counts) {
        this.lease = lease;
        this.frames = frames;
        this.feed = feed;
        this.leases = leases;
        this.counts = counts;
        this.pace = new Pace(lease.from().framesPerSecond(), System::nanoTime);
    }

    ReadingLease lease() {
        return lease;
    }

    /** The lease goes on until then, by {@link System#nanoTime}. */
    void extend(long until) {
        end = until;
    }

    boolean isOver() {
        return stopped.getCount() == 0 || System.nanoTime() - end >= 0;
    }

    /** Ends a read that is under way, too. */
    void stop() {
        stopped.countDown();
        feed.stop();
        frames.close();
    }

    @Override
    public void run() {
        try {
            read();
            record(() -> leases.free(lease.camera(), lease.lease()));
        } catch (IOException e) {
            record(isOver() ? () -> leases.free(lease.camera(), lease.lease()) : failure(e));
        } catch (RejectedExecutionException e) {
            LOG.debugf("The server stops while the camera %s is read: %s", lease.camera(), e.getMessage());
        } finally {
            stop();
        }
    }

    private void read() throws IOException {
        while (!isOver()) {
            if (lease.from().kind() == SourceKind.SNAPSHOT) {
                pause(pace.untilNext());
            }
            if (isOver()) {
                return;
            }
            Optional<byte[]> picture = frames.next(pace::isDue);
            if (picture.isPresent()) {
                show(picture.get());
            } else {
                counts.count(Fate.PASSED_OVER);
            }
        }
    }

    private void show(byte[] picture) throws IOException {
        Instant now = clock.instant();
        try {
            Photo photo = Photo.of(picture);
            unreadable = 0;
            feed.offer(new Frame(UuidV7.next(clock), photo, now, now));
        } catch (Problem e) {
            counts.count(Fate.UNREADABLE);
            unreadable++;
            if (unreadable >= MOST_UNREADABLE || !hasBegun) {
                throw new SourceFailedException("no-picture", "What the camera sends is no picture: " + e.getMessage());
            }
            return;
        }
        if (!hasBegun) {
            hasBegun = record(() -> leases.began(lease.camera(), lease.lease()));
        }
    }

    private Runnable failure(IOException cause) {
        String code = SourceFailedException.of(cause).code();
        Duration pause = BackOff.after(hasBegun ? 0 : lease.failures());
        return () -> leases.failed(lease.camera(), lease.lease(), code, pause);
    }

    /** Whether it could be. While the database is away the lease simply ends. */
    private boolean record(Runnable outcome) {
        try {
            outcome.run();
            return true;
        } catch (EJBException | IllegalStateException e) {
            LOG.debugf("How the camera %s is read cannot be recorded: %s", lease.camera(), e.getMessage());
            return false;
        }
    }

    private void pause(Duration length) {
        try {
            boolean isStopped = stopped.await(length.toNanos(), TimeUnit.NANOSECONDS);
            LOG.tracef("The camera %s is read on: %s", lease.camera(), !isStopped);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
    }
}
