package org.semblance.vision.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.semblance.vision.PixelSize;

/**
 * The chunks of a WebP file: how the picture lies, and how large the frames are that it is really made of, which the
 * header of the file may be silent about.
 */
final class WebpFile {
    private static final int HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int ANIMATION_FRAME_HEADER = 16;

    private static final long MOST_CODE_GROUPS = 65_536;
    private static final int FEWEST_GROUP_BITS = 20;
    private static final long CODE_GROUP_BYTES = 5 * (1024 + 80);

    private final ByteBuffer bytes;
    private Orientation orientation = Orientation.UPRIGHT;
    private PixelSize largestFrame = new PixelSize(1, 1);
    private boolean lossy;
    private long losslessBytes;

    private WebpFile(byte[] file) {
        this.bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    static WebpFile parse(byte[] file) {
        var webp = new WebpFile(file);
        webp.readChunks(HEADER, file.length);
        return webp;
    }

    Orientation orientation() {
        return orientation;
    }

    PixelSize largestFrame() {
        return largestFrame;
    }

    /** Whether any frame is compressed like a video rather than like a PNG. */
    boolean isLossy() {
        return lossy;
    }

    /**
     * Bytes of the tables that the codes of lossless pictures unfold into. A file may declare 65,536 groups of five
     * codes, for a single pixel even; each group takes it twenty bits at least, and five tables of a kilobyte.
     */
    long tableBytes() {
        return Math.min(MOST_CODE_GROUPS, losslessBytes * 8 / FEWEST_GROUP_BITS) * CODE_GROUP_BYTES;
    }

    private void readChunks(int start, int end) {
        int at = start;
        while (at <= end - CHUNK_HEADER) {
            int length = bytes.getInt(at + 4);
            int content = at + CHUNK_HEADER;
            // The last chunk of a truncated file counts for what is there of it.
            int next = length < 0 || length > end - content ? end : content + length;
            readChunk(name(at), content, next);
            at = next + (next - content) % 2;
        }
    }

    private void readChunk(String name, int content, int end) {
        int length = end - content;
        if ("ANMF".equals(name) && length > ANIMATION_FRAME_HEADER) {
            readChunks(content + ANIMATION_FRAME_HEADER, end);
        } else if ("VP8 ".equals(name) && length >= 10) {
            lossy = true;
            countFrame(bytes.getShort(content + 6) & 0x3FFF, bytes.getShort(content + 8) & 0x3FFF);
        } else if ("VP8L".equals(name) && length >= 5) {
            losslessBytes += length;
            int sides = bytes.getInt(content + 1);
            countFrame((sides & 0x3FFF) + 1, (sides >>> 14 & 0x3FFF) + 1);
        } else if ("ALPH".equals(name)) {
            losslessBytes += length;
        } else if ("EXIF".equals(name)) {
            int prefix = length > 6 && "Exif".equals(name(content)) ? 6 : 0;
            orientation = Exif.orientation(bytes.slice(content + prefix, length - prefix));
        }
    }

    private void countFrame(int width, int height) {
        if ((long) width * height > largestFrame.pixels()) {
            largestFrame = new PixelSize(width, height);
        }
    }

    private String name(int at) {
        byte[] name = new byte[4];
        bytes.get(at, name);
        return new String(name, StandardCharsets.US_ASCII);
    }
}
