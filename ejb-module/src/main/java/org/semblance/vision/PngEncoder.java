package org.semblance.vision;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Writes pixels, and nothing but pixels, as a PNG file; the same pixels always give the same bytes. */
final class PngEncoder {
    private static final int PIXEL = 3;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int CHUNK_FRAME = 12;
    private static final byte FILTER_AVERAGE = 3;

    private PngEncoder() {}

    /** What is left of a photo repeats itself too seldom to look for it. */
    static byte[] encode(Bitmap bitmap) {
        byte[] header = header(bitmap);
        byte[] data = HuffmanZlib.compress(filtered(bitmap));
        var file = ByteBuffer.allocate(SIGNATURE.length + 3 * CHUNK_FRAME + header.length + data.length);
        file.put(SIGNATURE);
        chunk(file, "IHDR", header);
        chunk(file, "IDAT", data);
        chunk(file, "IEND", new byte[0]);
        return file.array();
    }

    private static byte[] header(Bitmap bitmap) {
        byte bitsPerSample = 8;
        byte trueColour = 2;
        return ByteBuffer.allocate(13)
                .putInt(bitmap.width())
                .putInt(bitmap.height())
                .put(bitsPerSample)
                .put(trueColour)
                .array();
    }

    /** Every number as its difference from the mean of those to the left and above, of which few remain for photos. */
    private static byte[] filtered(Bitmap bitmap) {
        byte[] rgb = bitmap.rgb();
        int stride = PIXEL * bitmap.width();
        byte[] above = new byte[stride];
        byte[] rows = new byte[(stride + 1) * bitmap.height()];
        for (int from = 0, to = 0; from < rgb.length; from += stride, to += stride) {
            rows[to++] = FILTER_AVERAGE;
            for (int i = 0; i < stride; i++) {
                int left = i < PIXEL ? 0 : rgb[from + i - PIXEL] & 0xFF;
                rows[to + i] = (byte) (rgb[from + i] - ((left + (above[i] & 0xFF)) >> 1));
            }
            System.arraycopy(rgb, from, above, 0, stride);
        }
        return rows;
    }

    private static void chunk(ByteBuffer file, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        file.putInt(data.length).put(name).put(data).putInt((int) checksum.getValue());
    }
}
