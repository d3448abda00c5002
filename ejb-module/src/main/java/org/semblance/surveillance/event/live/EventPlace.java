package org.semblance.surveillance.event.live;

import java.util.Comparator;
import java.util.regex.Pattern;
import org.semblance.platform.InvalidInputException;

/**
 * A place in the order in which events are told, over both kinds: all up to and including it were told. The order is that
 * of transactions, not of times, so an event that comes late is told late and not passed over.
 *
 * @param transaction that wrote the event
 * @param position of the event within it; 0 for before all of them
 */
public record EventPlace(long transaction, long position) implements Comparable<EventPlace> {
    private static final Pattern FORM = Pattern.compile("[0-9]{1,18}-[0-9]{1,18}");
    private static final Comparator<EventPlace> ORDER =
            Comparator.comparingLong(EventPlace::transaction).thenComparingLong(EventPlace::position);

    /** As {@link #toString} wrote it; refuses anything else. */
    public static EventPlace parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new InvalidInputException(
                    "Last-Event-ID", "Last-Event-ID is the id of an event of this stream, such as 4711-815");
        }
        String[] parts = text.split("-", 2);
        return new EventPlace(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    @Override
    public int compareTo(EventPlace other) {
        return ORDER.compare(this, other);
    }

    public boolean isBefore(EventPlace other) {
        return compareTo(other) < 0;
    }

    @Override
    public String toString() {
        return transaction + "-" + position;
    }
}
