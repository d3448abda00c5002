package org.semblance.jobs.schedule;

import org.semblance.platform.Problem;

/** Another schedule has that name. */
public class ScheduleExistsException extends Problem {
    private static final long serialVersionUID = 1L;

    public ScheduleExistsException(String name) {
        super(Kind.CONFLICT, "schedule-exists", "There is a schedule '" + name + "' already; choose another name");
    }
}
