package org.semblance.surveillance.access;

/**
 * That a rule goes by a calendar.
 *
 * @param isOnly whether it holds on the days of the calendar only; otherwise on none of them
 */
public record CalendarTerm(AccessCalendarId calendar, boolean isOnly) {}
