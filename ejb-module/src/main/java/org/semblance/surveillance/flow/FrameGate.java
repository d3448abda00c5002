package org.semblance.surveillance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.semblance.platform.BusyException;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.health.RecognitionQueue;

/**
 * Lets each camera have only so many frames under way, so that one that sends too fast hinders nobody but itself. Whoever
 * is refused is told to come back; nothing is dropped without a word.
 */
@ApplicationScoped
public class FrameGate implements RecognitionQueue {
    private static final int RETRY_SECONDS = 1;

    private final int mostPerCamera;
    private final Map<CameraId, AtomicInteger> underWay = new ConcurrentHashMap<>();

    protected FrameGate() {
        this.mostPerCamera = 0;
    }

    @Inject
    public FrameGate(SurveillanceSettings settings) {
        this.mostPerCamera = settings.framesPerCamera();
    }

    <T> T pass(CameraId camera, Supplier<T> work) {
        AtomicInteger own = underWay.computeIfAbsent(camera, first -> new AtomicInteger());
        if (own.incrementAndGet() > mostPerCamera) {
            own.decrementAndGet();
            throw new BusyException(
                    mostPerCamera + " frames of this camera are under way; send the next when one is answered",
                    RETRY_SECONDS);
        }
        try {
            return work.get();
        } finally {
            own.decrementAndGet();
        }
    }

    /** Frames that are under way at this moment, waiting ones included. */
    @Override
    public int size() {
        return underWay.values().stream().mapToInt(AtomicInteger::get).sum();
    }
}
