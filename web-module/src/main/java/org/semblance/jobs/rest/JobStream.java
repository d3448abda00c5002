package org.semblance.jobs.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.semblance.jobs.JobStatus;
import org.semblance.jobs.JobWatch.Watching;

/** One client that watches a run: gets what is new until the run or the client's time is over. */
final class JobStream implements Consumer<JobStatus> {
    /** Not for ever: whoever asks again shows again who they are. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final SseEventSink sink;
    private final Sse sse;
    private final long end = System.nanoTime() + LONGEST.toNanos();
    private volatile @Nullable Watching watching;
    private volatile boolean isOver;

    JobStream(SseEventSink sink, Sse sse) {
        this.sink = sink;
        this.sse = sse;
    }

    /** Stops being told when the stream ends. */
    void follow(Watching told) {
        watching = told;
        if (isOver) {
            told.close();
        }
    }

    @Override
    public void accept(JobStatus run) {
        if (sink.isClosed()) {
            over();
            return;
        }
        var event = sse.newEventBuilder()
                .name("job")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(JobResponse.class, JobResponse.of(run))
                .build();
        boolean isLast = run.state().isFinal() || System.nanoTime() - end > 0;
        sink.send(event).whenComplete((sent, failure) -> {
            if (isLast || failure != null) {
                over();
            }
        });
    }

    private void over() {
        isOver = true;
        var told = watching;
        if (told != null) {
            told.close();
        }
        sink.close();
    }
}
