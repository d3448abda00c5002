package org.semblance.surveillance.event.rest;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.SignedInUser;
import org.semblance.platform.Permissions;
import org.semblance.surveillance.event.Recorded;
import org.semblance.surveillance.event.live.LiveFilter;

/** Whoever reads a stream, and what they may see of it now: asked again while it lasts. */
final class StreamReader {
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(15);

    private final Supplier<Optional<SignedInUser>> caller;
    private final LiveFilter wanted;
    private final long end;
    private volatile @Nullable SignedInUser user;
    private volatile LiveFilter allowed;
    private volatile long checkedAt;

    StreamReader(Supplier<Optional<SignedInUser>> caller, LiveFilter wanted, Duration lifetime) {
        this.caller = caller;
        this.wanted = wanted;
        this.allowed = wanted;
        this.user = CurrentUser.find().orElse(null);
        this.checkedAt = System.nanoTime();
        this.end = checkedAt + lifetime.toNanos();
    }

    boolean mayRead() {
        long now = System.nanoTime();
        if (now - end > 0) {
            return false;
        }
        if (now - checkedAt > BETWEEN_CHECKS.toNanos()) {
            checkedAt = now;
            Optional<SignedInUser> still = caller.get();
            user = still.orElse(null);
            still.ifPresent(known -> allowed = wanted.within(known.scope(Permissions.EVENT_READ)));
        }
        SignedInUser known = user;
        return known != null && !known.scope(Permissions.EVENT_READ).isNowhere();
    }

    boolean wants(Recorded event) {
        return allowed.includes(event);
    }

    /** Does something in the name of the reader, as what they may see is written. */
    <T> T as(Supplier<T> work) {
        SignedInUser known = user;
        if (known != null) {
            CurrentUser.begin(known);
        }
        try {
            return work.get();
        } finally {
            CurrentUser.end();
        }
    }
}
