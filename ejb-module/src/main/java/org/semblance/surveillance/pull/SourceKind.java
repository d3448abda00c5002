package org.semblance.surveillance.pull;

import java.util.Locale;
import org.semblance.platform.InvalidInputException;

/** How a camera shows its frames. */
public enum SourceKind {
    /** One picture an answer. */
    SNAPSHOT,
    /** A stream of pictures: multipart/x-mixed-replace. */
    MJPEG;

    /** In the words of the database and of the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static SourceKind of(String code) {
        for (SourceKind kind : values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        throw new InvalidInputException("kind", "kind is snapshot or mjpeg, not '" + code + "'");
    }
}
