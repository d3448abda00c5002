package org.semblance.surveillance.access;

import org.semblance.platform.InvalidInputException;

/** What people say of a calendar. */
public record NewAccessCalendar(String title, CalendarDays days) {
    public NewAccessCalendar {
        title = title.strip();
        if (title.isEmpty() || title.length() > NewDoor.LONGEST_TITLE) {
            throw new InvalidInputException(
                    "title", "A calendar's title has 1 to " + NewDoor.LONGEST_TITLE + " characters");
        }
        if (days.isEmpty()) {
            throw new InvalidInputException("days", "A calendar has at least one day");
        }
    }
}
