package org.semblance.surveillance.access;

import org.semblance.platform.Statements;

/** Tells all nodes that doors, rules or calendars have changed. */
final class AccessNews {
    static final String CHANNEL = "access";
    private static final String TELL = "SELECT CAST(pg_notify('" + CHANNEL + "', '') AS text)";

    private AccessNews() {}

    /** When the transaction commits. */
    static void tell(Statements statements) {
        statements.first(TELL, row -> row.getString(1));
    }
}
