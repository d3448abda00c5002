package org.semblance.platform;

import java.util.OptionalInt;

/** The version of a thing that a caller has seen and wants to change; nothing when any will do. */
public record ExpectedVersion(OptionalInt version) {
    public static final ExpectedVersion ANY = new ExpectedVersion(OptionalInt.empty());

    public static ExpectedVersion of(int version) {
        return new ExpectedVersion(OptionalInt.of(version));
    }

    /** Refuses a change of something that is no longer what the caller has seen. */
    public void check(int actual) {
        if (version.isPresent() && version.getAsInt() != actual) {
            throw new VersionMismatchException();
        }
    }
}
