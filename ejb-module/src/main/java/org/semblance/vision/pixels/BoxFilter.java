package org.semblance.vision.pixels;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.semblance.vision.Bitmap;

/**
 * Shrinks by a whole factor: every pixel becomes the mean of the square of pixels that it covers.
 *
 * <p>Eight bytes are read at once and added in two numbers of four lanes each, of the even bytes and of the odd ones: most
 * of a large photo's way to the detector is this. Two pixels lie in them as
 *
 * <pre>
 *     even   red 0   blue 0   green 1   (red 2)
 *     odd    green 0   red 1   blue 1   (green 2)
 * </pre>
 */
final class BoxFilter {
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BYTES = 8;
    private static final long LANES = 0x00FF_00FF_00FF_00FFL;
    private static final long PAIR = 0x0000_00FF_00FF_00FFL;
    private static final long PIXEL = 0x0000_0000_00FF_00FFL;
    private static final int LANE = 0xFFFF;

    /** The sum of a larger square does not fit into a lane. */
    private static final int LARGEST_FACTOR = 16;

    private final byte[] rgb;
    private final int stride;
    private final int factor;
    private final byte[] shrunk;

    private BoxFilter(Bitmap picture, int factor, Area area) {
        this.rgb = picture.rgb();
        this.stride = 3 * picture.width();
        this.factor = factor;
        this.shrunk = new byte[3 * area.width() * area.height()];
    }

    /** Pixels at the right and lower edge that fill no whole square are left out. */
    static Bitmap shrink(Bitmap picture, int factor) {
        return shrink(picture, factor, new Area(0, 0, picture.width() / factor, picture.height() / factor));
    }

    /** Only the given area of the shrunken picture, in its own coordinates. */
    static Bitmap shrink(Bitmap picture, int factor, Area area) {
        var filter = new BoxFilter(picture, factor, area);
        for (int y = 0; y < area.height(); y++) {
            int from = (area.top() + y) * factor * filter.stride + 3 * area.left() * factor;
            filter.shrinkRow(from, 3 * y * area.width(), area.width());
        }
        return new Bitmap(area.width(), area.height(), filter.shrunk);
    }

    private void shrinkRow(int from, int to, int width) {
        int quick = Math.min(width, withinReach(from));
        switch (factor) {
            case 2 -> shrinkByTwo(from, to, quick);
            case 3 -> shrinkByThree(from, to, quick);
            default -> shrinkByMany(from, to, quick);
        }
        for (int x = quick; x < width; x++) {
            shrinkOne(from + 3 * factor * x, to + 3 * x);
        }
    }

    /** How many pixels can be made of eight bytes at once without reading beyond the end. */
    private int withinReach(int from) {
        if (factor > LARGEST_FACTOR) {
            return 0;
        }
        int lastRow = from + (factor - 1) * stride;
        return Math.max(0, (rgb.length - BYTES - lastRow) / (3 * factor));
    }

    private void shrinkByTwo(int from, int to, int count) {
        for (int x = 0, at = from, out = to; x < count; x++, at += 6, out += 3) {
            long upper = (long) EIGHT_BYTES.get(rgb, at);
            long lower = (long) EIGHT_BYTES.get(rgb, at + stride);
            long even = (upper & LANES) + (lower & LANES);
            long odd = (upper >>> 8 & LANES) + (lower >>> 8 & LANES);
            shrunk[out] = (byte) ((red(even, odd) + 2) >> 2);
            shrunk[out + 1] = (byte) ((green(even, odd) + 2) >> 2);
            shrunk[out + 2] = (byte) ((blue(even, odd) + 2) >> 2);
        }
    }

    /** The third pixel's red and green lie in the highest lanes, its blue in the byte after them. */
    private void shrinkByThree(int from, int to, int count) {
        for (int x = 0, upper = from, out = to; x < count; x++, upper += 9, out += 3) {
            int middle = upper + stride;
            int lower = middle + stride;
            long first = (long) EIGHT_BYTES.get(rgb, upper);
            long second = (long) EIGHT_BYTES.get(rgb, middle);
            long third = (long) EIGHT_BYTES.get(rgb, lower);
            long even = (first & LANES) + (second & LANES) + (third & LANES);
            long odd = (first >>> 8 & LANES) + (second >>> 8 & LANES) + (third >>> 8 & LANES);
            int blue = (rgb[upper + 8] & 0xFF) + (rgb[middle + 8] & 0xFF) + (rgb[lower + 8] & 0xFF);
            shrunk[out] = ninth(red(even, odd) + (int) (even >>> 48));
            shrunk[out + 1] = ninth(green(even, odd) + (int) (odd >>> 48));
            shrunk[out + 2] = ninth(blue(even, odd) + blue);
        }
    }

    /** Nine times this multiplier is a little more than two to the sixteenth: exact for every sum of nine bytes. */
    private static byte ninth(int sum) {
        return (byte) (((sum + 4) * 7282) >> 16);
    }

    private void shrinkByMany(int from, int to, int count) {
        // Dividing each sum would take long; the half keeps every product off whole numbers.
        int pixels = factor * factor;
        double reciprocal = 1.0 / pixels;
        double half = 0.5 * pixels + 0.25;
        for (int x = 0, left = from, out = to; x < count; x++, left += 3 * factor, out += 3) {
            long even = 0;
            long odd = 0;
            for (int row = left; row < left + factor * stride; row += stride) {
                int at = row;
                int end = row + 3 * (factor - 1);
                for (; at < end; at += 6) {
                    long pair = (long) EIGHT_BYTES.get(rgb, at);
                    even += pair & PAIR;
                    odd += pair >>> 8 & PAIR;
                }
                if (at == end) {
                    long pixel = (long) EIGHT_BYTES.get(rgb, at);
                    even += pixel & PIXEL;
                    odd += pixel >>> 8 & 0xFF;
                }
            }
            shrunk[out] = (byte) (int) ((red(even, odd) + half) * reciprocal);
            shrunk[out + 1] = (byte) (int) ((green(even, odd) + half) * reciprocal);
            shrunk[out + 2] = (byte) (int) ((blue(even, odd) + half) * reciprocal);
        }
    }

    private static int red(long even, long odd) {
        return (int) (even + (odd >>> 16)) & LANE;
    }

    private static int green(long even, long odd) {
        return (int) (odd + (even >>> 32)) & LANE;
    }

    private static int blue(long even, long odd) {
        return (int) ((even >>> 16) + (odd >>> 32)) & LANE;
    }

    /** Byte by byte: the last ones of a picture, or far too many. */
    private void shrinkOne(int from, int to) {
        int pixels = factor * factor;
        for (int colour = 0; colour < 3; colour++) {
            long sum = 0;
            for (int row = 0; row < factor; row++) {
                for (int i = 0; i < factor; i++) {
                    sum += rgb[from + row * stride + 3 * i + colour] & 0xFF;
                }
            }
            shrunk[to + colour] = (byte) ((sum + pixels / 2) / pixels);
        }
    }
}
