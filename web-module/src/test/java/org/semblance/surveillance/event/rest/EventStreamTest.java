package org.semblance.surveillance.event.rest;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.plugins.providers.sse.SseImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.Scope;
import org.semblance.identity.SignedInUser;
import org.semblance.platform.Permissions;
import org.semblance.surveillance.event.EventBounds;
import org.semblance.surveillance.event.live.EventPlace;
import org.semblance.surveillance.event.live.LiveEvent;
import org.semblance.surveillance.event.live.LiveFilter;

import static org.assertj.core.api.Assertions.assertThat;

class EventStreamTest {
    private static final SignedInUser ANNA =
            new SignedInUser(new UUID(0, 1), "anna", "Anna", Set.of(Permissions.EVENT_READ, Permissions.SCORE_EXACT));
    private static final LiveEvent SEEN = new LiveEvent(new EventPlace(12, 7), MadeUpEvent.of("Ada"));
    private static final EventPlace LATER = new EventPlace(13, 0);

    private final Sink sink = new Sink();

    @BeforeEach
    void anna_calls() {
        CurrentUser.begin(ANNA);
    }

    @AfterEach
    void nobody_calls() {
        CurrentUser.end();
    }

    @Test
    void tells_what_the_reader_may_see_as_they_may_see_it() {
        stream(LiveFilter.ALL, Duration.ofHours(1)).tell(List.of(SEEN), LATER);

        assertThat(sink.sent).hasSize(1);
        assertThat(sink.sent.get(0).getId()).isEqualTo("12-7");
        assertThat(sink.sent.get(0).getName()).isEqualTo("recognition");
        assertThat((String) sink.sent.get(0).getData()).contains("\"confidence\":0.8371");
    }

    @Test
    void begins_with_a_place_where_there_is_nothing_to_tell() {
        var elsewhere = new LiveFilter(LiveFilter.Kinds.BOTH, new EventBounds(null, Scope.of(Set.of(99L))), Set.of());

        stream(elsewhere, Duration.ofHours(1)).tell(List.of(SEEN), LATER);

        assertThat(sink.sent).hasSize(1);
        assertThat(sink.sent.get(0).getId()).isEqualTo("13-0");
        assertThat(sink.sent.get(0).getName()).isEqualTo("place");
    }

    @Test
    void ends_after_its_time_with_the_place_to_come_back_to() {
        var stream = stream(LiveFilter.ALL, Duration.ZERO);
        stream.tell(List.of(SEEN), LATER);

        assertThat(stream.isListening()).isFalse();
        stream.close();

        assertThat(sink.sent).extracting(OutboundSseEvent::getId).containsExactly("12-7", "13-0");
        assertThat(sink.isClosed()).isTrue();
    }

    @Test
    void does_not_keep_what_nobody_reads() {
        var stream = stream(LiveFilter.ALL, Duration.ofHours(1));
        sink.taken = new CompletableFuture<>();

        for (int i = 0; i < 2100; i++) {
            stream.tell(List.of(SEEN), LATER);
        }

        assertThat(stream.isListening()).isFalse();
        stream.close();
        assertThat(sink.isClosed()).isTrue();
    }

    private EventStream stream(LiveFilter filter, Duration lifetime) {
        return new EventStream(sink, new SseImpl(), new StreamReader(() -> Optional.of(ANNA), filter, lifetime));
    }

    private static final class Sink implements SseEventSink {
        private final List<OutboundSseEvent> sent = new ArrayList<>();
        private CompletableFuture<Object> taken = CompletableFuture.completedFuture(true);
        private boolean isClosed;

        @Override
        public boolean isClosed() {
            return isClosed;
        }

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            sent.add(event);
            return taken;
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }
}
