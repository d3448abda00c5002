package org.semblance.platform.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses to read more than so many bytes, so that nobody fills the memory with one request. */
final class BoundedStream extends FilterInputStream {
    private long left;

    BoundedStream(InputStream stream, long maxBytes) {
        super(stream);
        this.left = maxBytes;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        count(count);
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) throws RequestTooLargeException {
        left -= Math.max(0, bytes);
        if (left < 0) {
            throw new RequestTooLargeException();
        }
    }
}
