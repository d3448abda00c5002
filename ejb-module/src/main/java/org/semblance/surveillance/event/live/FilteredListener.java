package org.semblance.surveillance.event.live;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.semblance.surveillance.event.Recorded;

/** Somebody on this node who takes events as they come. */
final class FilteredListener implements EventListener, EventFeed.Following {
    private final LiveFilter filter;
    private final Consumer<Recorded> consumer;
    private volatile boolean isClosed;

    FilteredListener(LiveFilter filter, Consumer<Recorded> consumer) {
        this.filter = filter;
        this.consumer = consumer;
    }

    @Override
    public CompletionStage<?> tell(List<LiveEvent> events, EventPlace upTo) {
        events.stream().map(LiveEvent::event).filter(filter::includes).forEach(consumer);
        return CompletableFuture.completedFuture(upTo);
    }

    @Override
    public boolean isListening() {
        return !isClosed;
    }

    /** Begins now, so there is nothing to miss. */
    @Override
    public void missed() {}

    @Override
    public void close() {
        isClosed = true;
    }
}
