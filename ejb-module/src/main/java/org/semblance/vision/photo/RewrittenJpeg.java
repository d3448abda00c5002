package org.semblance.vision.photo;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * A JPEG written anew segment by segment: its frame, its tables and its scans, and nothing else. Metadata, previews,
 * comments, whatever lies between segments and whatever follows the picture stay behind; its pixels are the very same.
 */
final class RewrittenJpeg {
    /** The tables of a picture in many scans take half of it. */
    private static final int MOST_TABLE_BYTES = 4 * 1024;

    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int HUFFMAN_TABLES = 0xC4;
    private static final int QUANTISATION_TABLES = 0xDB;
    private static final int RESTART_INTERVAL = 0xDD;
    private static final int PROGRESSIVE_FRAME = 0xC2;
    private static final int FRAME = 0xC0;
    private static final int APPLICATION = 0xE0;
    private static final int ADOBE = 0xEE;
    private static final int ADOBE_LENGTH = 14;
    private static final int COMMENT = 0xFE;

    private final byte[] file;
    private final ByteArrayOutputStream written;
    private int at;
    private int tableBytes;
    private boolean scanned;

    private RewrittenJpeg(byte[] file) {
        this.file = file;
        this.written = new ByteArrayOutputStream(file.length);
    }

    /**
     * Empty for a file that is no baseline or progressive JPEG to its very end.
     *
     * @param header that comes first
     */
    static Optional<byte[]> of(byte[] file, byte[] header) {
        var jpeg = new RewrittenJpeg(file);
        return jpeg.rewrite(header) ? Optional.of(jpeg.written.toByteArray()) : Optional.empty();
    }

    private boolean rewrite(byte[] header) {
        written.write(file, 0, 2);
        written.writeBytes(header);
        at = 2;
        while (at + 1 < file.length && (file[at] & 0xFF) == 0xFF) {
            int marker = file[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
            } else if (marker == END_OF_IMAGE) {
                written.write(file, at, 2);
                return scanned;
            } else if (!segment(marker)) {
                return false;
            }
        }
        return false;
    }

    /** False where it is none that may come here. */
    private boolean segment(int marker) {
        if (at + 4 > file.length) {
            return false;
        }
        int length = ((file[at + 2] & 0xFF) << 8) | (file[at + 3] & 0xFF);
        int next = at + 2 + length;
        if (length < 2 || next > file.length || !isKnown(marker, length)) {
            return false;
        }
        if (!isLeftOut(marker)) {
            written.write(file, at, 2 + length);
            tableBytes += length;
        }
        at = next;
        if (marker == START_OF_SCAN) {
            scan();
        }
        return tableBytes <= MOST_TABLE_BYTES;
    }

    private boolean isKnown(int marker, int length) {
        return switch (marker) {
            case FRAME, FRAME + 1, PROGRESSIVE_FRAME -> !scanned;
            case HUFFMAN_TABLES, QUANTISATION_TABLES, RESTART_INTERVAL, START_OF_SCAN -> true;
            case ADOBE -> length == ADOBE_LENGTH;
            default -> isLeftOut(marker);
        };
    }

    private static boolean isLeftOut(int marker) {
        return marker == COMMENT || (marker != ADOBE && marker >= APPLICATION && marker <= APPLICATION + 15);
    }

    /** The numbers of a scan end before the first marker that is no restart. */
    private void scan() {
        int start = at;
        while (at + 1 < file.length && ((file[at] & 0xFF) != 0xFF || isWithinScan(file[at + 1] & 0xFF))) {
            at++;
        }
        written.write(file, start, at - start);
        scanned = true;
    }

    private static boolean isWithinScan(int second) {
        return second == 0 || second == 0xFF || (second >= FIRST_RESTART && second <= LAST_RESTART);
    }
}
