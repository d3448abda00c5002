package org.semblance.platform.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/** A body that comes in chunks, as one stream of bytes. */
final class ChunkedInput extends InputStream {
    private static final int MOST_LINE_BYTES = 1024;
    private static final int HEXADECIMAL = 16;

    private final InputStream input;
    private final BoundedLines lines;
    private long left;
    private boolean isFirst = true;
    private boolean isOver;

    ChunkedInput(InputStream input) {
        this.input = input;
        this.lines = new BoundedLines(input, MOST_LINE_BYTES);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0 && !isOver) {
            begin();
        }
        if (isOver) {
            return -1;
        }
        int count = input.read(bytes, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new ProtocolException("The other side closed the connection in the middle of a chunk");
        }
        left -= count;
        return count;
    }

    private void begin() throws IOException {
        lines.renew();
        if (!isFirst) {
            lines.next();
        }
        isFirst = false;
        String size = lines.next().replaceFirst(";.*", "").strip();
        try {
            left = Long.parseLong(size, HEXADECIMAL);
        } catch (NumberFormatException e) {
            throw (ProtocolException) new ProtocolException("The other side sends chunks of no size").initCause(e);
        }
        if (left < 0) {
            throw new ProtocolException("The other side sends chunks of less than nothing");
        }
        isOver = left == 0;
    }
}
