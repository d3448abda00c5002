package org.semblance.surveillance.pull;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.semblance.platform.net.OutboundStream;

/** One picture an answer. */
final class SnapshotFrames implements Frames {
    private final CameraCall call;
    private final Duration patience;
    private final int most;

    SnapshotFrames(CameraCall call, Duration patience, int most) {
        this.call = call;
        this.patience = patience;
        this.most = most;
    }

    @Override
    public Optional<byte[]> next(BooleanSupplier isWanted) throws IOException {
        if (!isWanted.getAsBoolean()) {
            return Optional.empty();
        }
        OutboundStream answer = call.get();
        try {
            answer.grant(patience);
            byte[] bytes = answer.body().readNBytes(most + 1);
            if (bytes.length > most) {
                throw new SourceFailedException(
                        "too-large", "A picture of the camera has more than " + most + " bytes");
            }
            return Optional.of(bytes);
        } finally {
            call.hangUp();
        }
    }

    @Override
    public void close() {
        call.close();
    }
}
