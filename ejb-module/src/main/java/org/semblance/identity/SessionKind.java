package org.semblance.identity;

import java.util.Locale;

/** What a session is for. */
public enum SessionKind {
    PORTAL,
    API;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
