package org.semblance.surveillance.access;

import org.semblance.platform.Problem;

/** No calendar of that number. */
public class AccessCalendarNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public AccessCalendarNotFoundException(AccessCalendarId calendar) {
        super(Kind.NOT_FOUND, "access-calendar-not-found", "There is no access calendar " + calendar);
    }
}
