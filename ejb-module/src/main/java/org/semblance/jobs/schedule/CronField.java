package org.semblance.jobs.schedule;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** One field of a cron expression: a star, numbers, ranges, steps and lists of them. */
enum CronField {
    MINUTE(0, 59, ""),
    HOUR(0, 23, ""),
    DAY_OF_MONTH(1, 31, ""),
    MONTH(1, 12, "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"),
    /** Sunday is 0 and 7. */
    DAY_OF_WEEK(0, 7, "SUN MON TUE WED THU FRI SAT");

    private final int least;
    private final int most;
    private final String names;

    CronField(int least, int most, String names) {
        this.least = least;
        this.most = most;
        this.names = names;
    }

    /** {@link IllegalArgumentException} for what it cannot be. */
    Values parse(String text) {
        var values = new BitSet();
        for (String item : text.split(",", -1)) {
            String[] halves = item.split("/", 2);
            int step = halves.length == 2 ? number(halves[1]) : 1;
            if (step < 1) {
                throw new IllegalArgumentException(item);
            }
            String range = halves[0];
            String[] ends = range.equals("*") ? new String[] {"" + least, "" + most} : range.split("-", 2);
            int from = value(ends[0]);
            int to = ends.length == 2 ? value(ends[1]) : halves.length == 2 ? most : from;
            if (to < from) {
                throw new IllegalArgumentException(item);
            }
            for (int value = from; value <= to; value += step) {
                values.set(value);
            }
        }
        return new Values(values, text.startsWith("*") && values.cardinality() == most - least + 1);
    }

    private int value(String text) {
        int named = text.isEmpty() ? -1 : List.of(names.split(" ")).indexOf(text.toUpperCase(Locale.ROOT));
        int value = named >= 0 ? named + (this == MONTH ? 1 : 0) : number(text);
        if (value < least || value > most) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,2}")) {
            throw new IllegalArgumentException(text);
        }
        return Integer.parseInt(text);
    }

    /** What a field can be. */
    record Values(BitSet bits, boolean isEverything) {
        boolean include(int value) {
            return bits.get(value);
        }

        IntStream stream() {
            return bits.stream();
        }
    }
}
