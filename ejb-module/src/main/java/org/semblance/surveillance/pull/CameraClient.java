package org.semblance.surveillance.pull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.net.OutboundStreams;

/** Speaks to cameras; none of them holds a thread or takes memory for longer than granted. */
@ApplicationScoped
public class CameraClient {
    /** As much as a photo may have that somebody sends. */
    private static final int MOST_BYTES = 25 * 1024 * 1024;

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final OutboundStreams http;
    private final PullSettings settings;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected CameraClient() {
        this(null, null);
    }

    @Inject
    public CameraClient(OutboundStreams http, PullSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    /** Its frames; nothing is asked for before the first. */
    Frames frames(SourceKind kind, URI uri, @Nullable Login login) {
        Duration patience = settings.timeout();
        var call = new CameraCall(http, uri, login, new OutboundStreams.Limits(CONNECT, patience, patience));
        return switch (kind) {
            case SNAPSHOT -> new SnapshotFrames(call, patience, MOST_BYTES);
            case MJPEG -> new StreamFrames(call, patience, MOST_BYTES);
        };
    }
}
