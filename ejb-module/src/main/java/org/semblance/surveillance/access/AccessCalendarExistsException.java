package org.semblance.surveillance.access;

import org.semblance.platform.Problem;

/** The title is another calendar's. */
public class AccessCalendarExistsException extends Problem {
    private static final long serialVersionUID = 1L;

    public AccessCalendarExistsException(String title) {
        super(Kind.CONFLICT, "access-calendar-exists", "There is an access calendar '" + title + "' already");
    }
}
