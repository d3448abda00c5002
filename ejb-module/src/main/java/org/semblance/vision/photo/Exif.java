package org.semblance.vision.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads the one EXIF entry that matters to pixels; whatever is wrong with the rest, the picture counts as upright. */
final class Exif {
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY_LENGTH = 12;

    private Exif() {}

    /** Orientation in a block that starts with its byte order, as a TIFF file does. */
    static Orientation orientation(ByteBuffer tiff) {
        var bytes = tiff.slice();
        if (bytes.remaining() < 8) {
            return Orientation.UPRIGHT;
        }
        bytes.order(bytes.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = bytes.getInt(4);
        if (directory < 8 || directory > bytes.remaining() - 2) {
            return Orientation.UPRIGHT;
        }
        int entries = Short.toUnsignedInt(bytes.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_LENGTH;
            if (entry > bytes.remaining() - ENTRY_LENGTH) {
                break;
            }
            if (Short.toUnsignedInt(bytes.getShort(entry)) == ORIENTATION && bytes.getShort(entry + 2) == SHORT) {
                return Orientation.ofExif(Short.toUnsignedInt(bytes.getShort(entry + 8)));
            }
        }
        return Orientation.UPRIGHT;
    }
}
