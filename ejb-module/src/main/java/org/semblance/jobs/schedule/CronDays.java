package org.semblance.jobs.schedule;

import java.time.LocalDate;

/** Days by month, day of the month and day of the week; either of the last two will do when both are narrowed down. */
record CronDays(CronField.Values ofMonth, CronField.Values months, CronField.Values ofWeek) {
    private static final int SUNDAY = 7;

    static CronDays parse(String ofMonth, String months, String ofWeek) {
        return new CronDays(
                CronField.DAY_OF_MONTH.parse(ofMonth),
                CronField.MONTH.parse(months),
                CronField.DAY_OF_WEEK.parse(ofWeek));
    }

    boolean include(LocalDate day) {
        if (!months.include(day.getMonthValue())) {
            return false;
        }
        boolean isDay = ofMonth.include(day.getDayOfMonth());
        int number = day.getDayOfWeek().getValue();
        boolean isWeekday = ofWeek.include(number) || (number == SUNDAY && ofWeek.include(0));
        if (ofMonth.isEverything()) {
            return isWeekday;
        }
        return ofWeek.isEverything() ? isDay : isDay || isWeekday;
    }
}
