package org.semblance.vision.photo;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Bytes in memory that can be read past their end only so often. The reader for WebP takes the end of the file for zeros
 * and goes on for as long as these make it: minutes for a file of sixty bytes.
 */
final class EndingStream extends ImageInputStreamImpl {
    /** The reader looks eight bytes ahead, so that at most each of their bits meets the end. */
    private static final int MOST_READS_PAST_END = 1000;

    private final byte[] bytes;
    private int readsPastEnd;

    EndingStream(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        bitOffset = 0;
        if (streamPos >= bytes.length) {
            countReadPastEnd();
            return -1;
        }
        return bytes[(int) streamPos++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        bitOffset = 0;
        int available = (int) Math.max(0, Math.min(length, bytes.length - streamPos));
        if (available < length) {
            countReadPastEnd();
        }
        if (available == 0 && length > 0) {
            return -1;
        }
        System.arraycopy(bytes, (int) streamPos, target, offset, available);
        streamPos += available;
        return available;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    private void countReadPastEnd() throws IOException {
        if (++readsPastEnd > MOST_READS_PAST_END) {
            throw new IOException("The picture goes on behind the end of the file");
        }
    }
}
