package org.semblance.jobs.schedule;

import java.util.Locale;

/** What becomes of due times at which no server was up. */
public enum CatchUp {
    /** One run for all of them, as soon as a server is up. */
    ONCE,
    /** Nothing until the next due time. */
    SKIP;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CatchUp of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
