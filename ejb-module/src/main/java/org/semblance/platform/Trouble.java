package org.semblance.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Failures in a row of something that is done again and again: told once, and only when they last, for beans vanish
 * before the application is told to stop. The health checks go on telling.
 */
public final class Trouble {
    private static final Duration STOPPING = Duration.ofSeconds(10);

    private @Nullable Long since;
    private boolean isTold;

    /** It has failed once more; true when that is to be told now. */
    public boolean failed() {
        if (since == null) {
            since = System.nanoTime();
        }
        boolean isNews = isLasting() && !isTold;
        isTold |= isNews;
        return isNews;
    }

    /** Whether the last time has failed. */
    public boolean isThere() {
        return since != null;
    }

    public boolean isLasting() {
        Long begun = since;
        return begun != null && System.nanoTime() - begun >= STOPPING.toNanos();
    }

    /** It has not failed. */
    public void over() {
        since = null;
        isTold = false;
    }
}
