package org.semblance.surveillance.event.live;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.semblance.surveillance.event.live.EventTail.Part;

/** Somebody who listens, and how far they are. Only told by one thread at a time. */
final class Follower {
    /** Every try while the database is away makes the pool warn of it. */
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(15);

    private final EventListener listener;
    private volatile EventPlace place;
    private volatile @Nullable Long stuckSince;

    Follower(EventListener listener, EventPlace place) {
        this.listener = listener;
        this.place = place;
    }

    EventListener listener() {
        return listener;
    }

    EventPlace place() {
        return place;
    }

    /** What of it lies after the follower's place. */
    CompletionStage<?> tell(Part part) {
        EventPlace before = place;
        List<LiveEvent> events = part.events().stream()
                .filter(event -> before.isBefore(event.place()))
                .toList();
        if (before.isBefore(part.upTo())) {
            place = part.upTo();
        }
        return listener.tell(events, place);
    }

    /** That it could not catch up for now. */
    void stick() {
        stuckSince = System.nanoTime();
    }

    /** Whether it could not catch up some time ago; says so once. */
    boolean tryAgain() {
        Long since = stuckSince;
        if (since == null || System.nanoTime() - since < AFTER_TROUBLE.toNanos()) {
            return false;
        }
        stuckSince = null;
        return true;
    }
}
