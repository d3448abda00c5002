package org.semblance.platform;

import java.sql.SQLException;

/** Tells a constraint of the database that a row breaks from everything else that may fail. */
public final class Violation {
    private static final String CLASS = "23";

    private Violation() {}

    /** Whether that constraint is what ended the statement; servers quote its name as their language does. */
    public static boolean isOf(String constraint, Throwable failure) {
        return Outage.causes(failure)
                .anyMatch(cause -> cause instanceof SQLException sql
                        && String.valueOf(sql.getSQLState()).startsWith(CLASS)
                        && String.valueOf(sql.getMessage()).contains(constraint));
    }
}
