package org.semblance.vision.analysis;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.semblance.platform.BusyException;
import org.semblance.vision.VisionSettings;

/**
 * Lets so many analyses run at once, and only as many as fit into memory together; a few more wait for their turn, in
 * the order in which they came. Whoever would have to wait too long, or behind too many, is told to come back.
 */
final class AnalysisGate {
    private static final long UNIT = 1024;

    private final Semaphore turns;
    private final Semaphore memory;
    private final int memoryUnits;
    private final int mostInside;
    private final AtomicInteger inside = new AtomicInteger();
    private final Duration patience;

    AnalysisGate(VisionSettings settings) {
        turns = new Semaphore(settings.maxConcurrency(), true);
        memoryUnits = (int) Math.min(Integer.MAX_VALUE, settings.maxMemory() / UNIT);
        memory = new Semaphore(memoryUnits, true);
        mostInside = settings.maxConcurrency() + settings.maxQueue();
        patience = settings.patience();
    }

    /** Does the work, which takes at most the given bytes of memory, when its turn comes. */
    <T> T run(long bytes, Supplier<T> work) {
        if (inside.incrementAndGet() > mostInside) {
            inside.decrementAndGet();
            throw busy("Too many photos are waiting");
        }
        try {
            return runInTurn(bytes, work);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy("The server is stopping");
        } finally {
            inside.decrementAndGet();
        }
    }

    private <T> T runInTurn(long bytes, Supplier<T> work) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        int units = (int) Math.min(memoryUnits, bytes / UNIT);
        await(turns, 1, deadline);
        try {
            await(memory, units, deadline);
            try {
                return work.get();
            } finally {
                memory.release(units);
            }
        } finally {
            turns.release();
        }
    }

    private void await(Semaphore semaphore, int permits, long deadline) throws InterruptedException {
        if (!semaphore.tryAcquire(permits, deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            throw busy("The photos before this one take too long");
        }
    }

    private BusyException busy(String reason) {
        int seconds = (int) Math.max(1, patience.toSeconds());
        return new BusyException(reason + "; try again in " + seconds + " s", seconds);
    }
}
