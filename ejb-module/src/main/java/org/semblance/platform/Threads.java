package org.semblance.platform;

/** How many threads this machine is worth. */
public final class Threads {
    private static final int PROCESSORS_A_WAITING_THREAD = 8;

    private Threads() {}

    /**
     * So many that compute that all processors are busy although each of them waits now and then, for the disk, the
     * database or a lock: an eighth of the time in the jobs that were measured.
     */
    public static int computing() {
        return computing(Runtime.getRuntime().availableProcessors());
    }

    static int computing(int processors) {
        return processors + (processors + PROCESSORS_A_WAITING_THREAD - 1) / PROCESSORS_A_WAITING_THREAD;
    }
}
