package org.semblance.platform.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/** A body of known length. */
final class LimitedInput extends InputStream {
    private final InputStream input;
    private long left;

    LimitedInput(InputStream input, long length) {
        this.input = input;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = input.read(bytes, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new ProtocolException("The other side closed the connection before all of the answer came");
        }
        left -= count;
        return count;
    }
}
