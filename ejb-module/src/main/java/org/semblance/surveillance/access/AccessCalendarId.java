package org.semblance.surveillance.access;

/** Names a calendar. */
public record AccessCalendarId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
