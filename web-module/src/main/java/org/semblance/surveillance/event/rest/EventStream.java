package org.semblance.surveillance.event.rest;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.rest.JsonConfiguration;
import org.semblance.surveillance.event.Recorded;
import org.semblance.surveillance.event.RecordedCameraEvent;
import org.semblance.surveillance.event.RecordedRecognition;
import org.semblance.surveillance.event.live.EventListener;
import org.semblance.surveillance.event.live.EventPlace;
import org.semblance.surveillance.event.live.LiveEvent;

/** One client that is told events. What it does not read is not kept for it: it is cut off and comes again. */
final class EventStream implements EventListener {
    static final String EXAMPLE = """
            id: 4711-815
            event: recognition
            data: {"id":"0198c5a1-7f2e-7a43-9c3b-5b0d3b1f6a10","camera":{"id":7,"name":"main-entrance"},"outcome":"unknown"}
            """;

    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_UNSENT = 2000;
    private static final long COME_AGAIN_MILLIS = 2000;

    private final SseEventSink sink;
    private final Sse sse;
    private final StreamReader reader;
    private final AtomicInteger unsent = new AtomicInteger();
    private volatile long progressAt = System.nanoTime();
    private volatile long toldAt;
    private volatile boolean hasBegun;
    private volatile boolean isOver;
    private volatile @Nullable EventPlace place;
    private volatile @Nullable CompletionStage<?> lastWords;

    EventStream(SseEventSink sink, Sse sse, StreamReader reader) {
        this.sink = sink;
        this.sse = sse;
        this.reader = reader;
    }

    @Override
    public CompletionStage<?> tell(List<LiveEvent> events, EventPlace upTo) {
        CompletionStage<?> last = CompletableFuture.completedFuture(upTo);
        for (LiveEvent event : events) {
            if (reader.wants(event.event())) {
                last = send(built(event));
            }
        }
        place = upTo;
        return hasBegun ? last : beat(upTo);
    }

    @Override
    public boolean isListening() {
        if (isOver || sink.isClosed() || isTooSlow()) {
            return false;
        }
        EventPlace upTo = place;
        if (!reader.mayRead()) {
            // Where it was is the last that it is told, so that nobody needs to search for it when it comes again.
            if (upTo != null && unsent.get() == 0) {
                lastWords = beat(upTo);
            }
            isOver = true;
            return false;
        }
        if (upTo != null && System.nanoTime() - toldAt > BETWEEN_BEATS.toNanos()) {
            beat(upTo);
        }
        return true;
    }

    @Override
    public void missed() {
        send(sse.newEventBuilder()
                .name("missed")
                .data(String.class, "{\"detail\":\"What happened before now can only be listed\"}")
                .build());
    }

    @Override
    public void close() {
        isOver = true;
        CompletionStage<?> words = lastWords;
        if (words == null) {
            sink.close();
        } else {
            words.whenComplete((sent, failure) -> sink.close());
        }
    }

    private boolean isTooSlow() {
        return unsent.get() > MOST_UNSENT || (unsent.get() > 0 && System.nanoTime() - progressAt > PATIENCE.toNanos());
    }

    /**
     * Tells the place: what the client does not want need not be looked through again for it. Not a comment, with which
     * no id is sent.
     */
    private CompletionStage<?> beat(EventPlace upTo) {
        return send(sse.newEventBuilder()
                .id(upTo.toString())
                .name("place")
                .reconnectDelay(COME_AGAIN_MILLIS)
                .data(String.class, "{}")
                .build());
    }

    private OutboundSseEvent built(LiveEvent live) {
        Recorded event = live.event();
        return sse.newEventBuilder()
                .id(live.place().toString())
                .name(event instanceof RecordedRecognition ? "recognition" : "camera")
                .data(String.class, reader.as(() -> JsonConfiguration.toJson(shown(event))))
                .build();
    }

    private static Object shown(Recorded event) {
        return event instanceof RecordedRecognition seen
                ? RecognitionResponse.of(seen)
                : CameraEventResponse.of((RecordedCameraEvent) event);
    }

    private CompletionStage<?> send(OutboundSseEvent event) {
        if (isOver || sink.isClosed()) {
            return CompletableFuture.completedFuture(event);
        }
        hasBegun = true;
        toldAt = System.nanoTime();
        if (unsent.getAndIncrement() == 0) {
            progressAt = toldAt;
        }
        return sink.send(event).whenComplete((sent, failure) -> {
            unsent.decrementAndGet();
            progressAt = System.nanoTime();
            isOver |= failure != null;
        });
    }
}
