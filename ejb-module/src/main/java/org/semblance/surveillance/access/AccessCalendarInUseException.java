package org.semblance.surveillance.access;

import org.semblance.platform.Problem;

/** Rules go by the calendar; without it they would let others pass. */
public class AccessCalendarInUseException extends Problem {
    private static final long serialVersionUID = 1L;

    public AccessCalendarInUseException(AccessCalendarId calendar, String rules) {
        super(Kind.CONFLICT, "access-calendar-in-use", "The access calendar " + calendar + " is needed by the rules " + rules + "; change or delete these first");
    }
}
