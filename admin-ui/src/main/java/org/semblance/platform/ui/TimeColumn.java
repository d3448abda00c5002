package org.semblance.platform.ui;

import com.vaadin.flow.component.grid.Grid.Column;

/** Room for date and time of day: on one line where there is some, else on two; a moment is never cut off. */
public final class TimeColumn {
    /** As wide as the longest of either language, Nov 28, 2026, 10:28 PM; at the least as either half of it. */
    private static final String TO_THE_MINUTE = "clamp(9.5rem, 16.5vw, 14.5rem)";

    private static final String TO_THE_SECOND = "clamp(9.5rem, 18vw, 16rem)";

    private TimeColumn() {}

    /** Of what {@link LocalFormat#format} writes. */
    public static <T> Column<T> toTheMinute(Column<T> column) {
        return fit(column, TO_THE_MINUTE);
    }

    /** Of what {@link LocalFormat#precise} writes. */
    public static <T> Column<T> toTheSecond(Column<T> column) {
        return fit(column, TO_THE_SECOND);
    }

    private static <T> Column<T> fit(Column<T> column, String width) {
        return column.setWidth(width).setFlexGrow(0).setPartNameGenerator(row -> "time");
    }
}
