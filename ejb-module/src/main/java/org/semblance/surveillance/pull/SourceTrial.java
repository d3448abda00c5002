package org.semblance.surveillance.pull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.BusyException;
import org.semblance.platform.Problem;
import org.semblance.vision.MediaType;
import org.semblance.vision.Photo;
import org.semblance.vision.PhotoDecoder;
import org.semblance.vision.PixelSize;

/** Reads one frame of a camera, to see whether it can be. Nothing is recognised or kept. */
@ApplicationScoped
public class SourceTrial {
    /** A camera that does not answer holds the request that asked for it. */
    private static final int AT_ONCE = 4;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final CameraClient client;
    private final PhotoDecoder decoder;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SourceTrial() {
        this(null, null);
    }

    @Inject
    public SourceTrial(CameraClient client, PhotoDecoder decoder) {
        this.client = client;
        this.decoder = decoder;
    }

    /**
     * How it went.
     *
     * @param picture what came; null when nothing did
     * @param reason code of why nothing did; null when something did
     * @param detail the same for people
     */
    public record Outcome(
            @Nullable Picture picture,
            @Nullable String reason,
            @Nullable String detail,
            long millis) {}

    /** A frame that came. */
    public record Picture(MediaType type, PixelSize size, int bytes) {}

    Outcome read(SourceKind kind, URI uri, @Nullable Login login) {
        if (!turns.tryAcquire()) {
            throw new BusyException("Other sources are being tried; try again in a moment", 2);
        }
        long start = System.nanoTime();
        try (Frames frames = client.frames(kind, uri, login)) {
            byte[] bytes = frames.next(() -> true).orElseThrow();
            Photo photo = Photo.of(bytes);
            var picture = new Picture(photo.mediaType(), decoder.inspect(photo).size(), photo.length());
            return new Outcome(picture, null, null, since(start));
        } catch (IOException e) {
            var failure = SourceFailedException.of(e);
            return new Outcome(null, failure.code(), String.valueOf(failure.getMessage()), since(start));
        } catch (Problem e) {
            return new Outcome(null, "no-picture", e.getMessage(), since(start));
        } finally {
            turns.release();
        }
    }

    private static long since(long start) {
        return (System.nanoTime() - start) / NANOS_PER_MILLI;
    }
}
