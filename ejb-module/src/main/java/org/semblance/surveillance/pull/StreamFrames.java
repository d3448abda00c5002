package org.semblance.surveillance.pull;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.net.OutboundStream;

/** Pictures of an answer without end. */
final class StreamFrames implements Frames {
    private static final int BUFFER = 32 * 1024;

    private final CameraCall call;
    private final Duration patience;
    private final int most;
    private @Nullable Open open;

    private record Open(OutboundStream answer, MultipartFrames parts) {}

    StreamFrames(CameraCall call, Duration patience, int most) {
        this.call = call;
        this.patience = patience;
        this.most = most;
    }

    @Override
    public Optional<byte[]> next(BooleanSupplier isWanted) throws IOException {
        var stream = open;
        if (stream == null) {
            stream = open();
            open = stream;
        }
        stream.answer().grant(patience);
        return stream.parts().next(isWanted);
    }

    @Override
    public void close() {
        call.close();
    }

    private Open open() throws IOException {
        OutboundStream answer = call.get();
        String type = answer.headers("Content-Type").stream().findFirst().orElse("");
        return new Open(answer, new MultipartFrames(new BufferedInputStream(answer.body(), BUFFER), type, most));
    }
}
