package org.semblance.models;

import java.util.Locale;

/** What became of a request to use a pack. */
public enum ActivationState {
    /** Nobody has looked at it yet. */
    REQUESTED,
    /** The stored faces are being embedded by its model; search goes on with the old one. */
    PREPARING,
    /** It is in use. */
    ACTIVE,
    FAILED,
    /** Another one came after it. */
    SUPERSEDED;

    /** Stable name for programs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ActivationState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
