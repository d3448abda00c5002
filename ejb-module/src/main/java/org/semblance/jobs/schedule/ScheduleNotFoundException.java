package org.semblance.jobs.schedule;

import org.semblance.platform.Problem;

/** No schedule has that name. */
public class ScheduleNotFoundException extends Problem {
    private static final long serialVersionUID = 1L;

    public ScheduleNotFoundException(String name) {
        super(Kind.NOT_FOUND, "schedule-not-found", "There is no schedule '" + name + "'");
    }
}
