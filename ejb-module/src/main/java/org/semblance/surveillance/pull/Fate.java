package org.semblance.surveillance.pull;

import java.util.Locale;

/** What becomes of a picture that a camera showed. */
public enum Fate {
    /** Recognised. */
    TAKEN,
    /** Not looked at: fewer a second are wanted than the camera shows. */
    PASSED_OVER,
    /** Not looked at: a newer one came before its turn. */
    REPLACED,
    /** No picture, or none that can be read. */
    UNREADABLE,
    /** Something else was wrong with it or with the camera. */
    REFUSED,
    /** The server could not. */
    FAILED;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
