package org.semblance.lifetime;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of what is kept.
 *
 * @param bytes how large the rows or files are
 * @param held how many more would be among them, were they not held; they are not counted otherwise
 * @param oldest since when the oldest is kept; null for nothing
 * @param files keys of images whose rows were among them
 */
public record Portion(
        long rows, long bytes, long held, @Nullable Instant oldest, List<String> files) {
    public static final Portion NOTHING = of(0, 0);

    public Portion {
        files = List.copyOf(files);
    }

    public static Portion of(long rows, long bytes) {
        return new Portion(rows, bytes, 0, null, List.of());
    }

    /** Whether there was nothing; a month without rows is something. */
    public boolean isEmpty() {
        return rows == 0 && oldest == null;
    }

    public Portion with(Portion more) {
        return new Portion(
                rows + more.rows,
                bytes + more.bytes,
                held + more.held,
                earlier(oldest, more.oldest),
                files.isEmpty() ? more.files : files);
    }

    public Portion withFiles(List<String> keys) {
        return new Portion(rows, bytes, held, oldest, keys);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
