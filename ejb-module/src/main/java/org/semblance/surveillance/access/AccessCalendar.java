package org.semblance.surveillance.access;

import java.time.Instant;

/** Days on which rules hold, or do not. */
public record AccessCalendar(AccessCalendarId id, NewAccessCalendar said, Instant createdAt, int version) {}
