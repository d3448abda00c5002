package org.semblance.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who sent the request that the current thread serves; nobody in jobs and timers. */
public final class CurrentUser {
    private static final ThreadLocal<@Nullable SignedInUser> USER = new ThreadLocal<>();

    private CurrentUser() {}

    public static void begin(SignedInUser user) {
        USER.set(user);
    }

    public static void end() {
        USER.remove();
    }

    public static Optional<SignedInUser> find() {
        return Optional.ofNullable(USER.get());
    }

    /** The caller of what needs one; that there is none is a mistake in the code. */
    public static SignedInUser require() {
        return find().orElseThrow(() -> new IllegalStateException("This thread serves no request of a known user"));
    }
}
