package org.semblance.platform.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * Bytes that must come in time: neither who is silent nor who drips holds the reader for longer than it grants. The
 * socket's own time-out sees to it that no single read is for ever.
 */
final class TimedInput extends InputStream {
    private final InputStream input;
    private volatile long deadline;
    private volatile Duration granted;

    TimedInput(InputStream input, Duration granted) {
        this.input = input;
        grant(granted);
    }

    void grant(Duration time) {
        granted = time;
        deadline = System.nanoTime() + time.toNanos();
    }

    @Override
    public int read() throws IOException {
        check();
        return input.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        check();
        return input.read(bytes, offset, length);
    }

    private void check() throws IOException {
        if (System.nanoTime() - deadline >= 0) {
            throw new SocketTimeoutException("Not all came within " + granted.toMillis() + " ms");
        }
    }
}
