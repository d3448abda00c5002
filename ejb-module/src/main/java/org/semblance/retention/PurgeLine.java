package org.semblance.retention;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a purge did with one kind.
 *
 * @param cutoff what was older had to go; null where age does not matter
 * @param rows how many were removed or found; of a dry run, how many would have been
 * @param held how many stay because of a legal hold
 * @param remaining how many stay although their time is over, because somebody was using them: the next run takes them
 * @param took how long its transactions took
 * @param problem why it could not be finished; null when nothing is wrong
 * @param doneAt when it was done; null while it is not
 */
public record PurgeLine(
        String kind,
        @Nullable Instant cutoff,
        long rows,
        long bytes,
        long held,
        long remaining,
        Duration took,
        @Nullable String problem,
        @Nullable Instant doneAt) {}
