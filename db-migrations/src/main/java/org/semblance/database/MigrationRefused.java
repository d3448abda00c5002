package org.semblance.database;

/** The schema was not migrated; the message is one line for the person at the terminal and says what to do. */
final class MigrationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MigrationRefused(String message) {
        super(message);
    }

    MigrationRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
