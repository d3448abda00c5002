package org.semblance.vision.photo;

import org.semblance.vision.Bitmap;
import org.semblance.vision.PixelSize;

/** How a stored picture must be turned to stand upright; in the order of the EXIF numbers 1 to 8. */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    UPSIDE_DOWN(false, true, true),
    MIRRORED_UPSIDE_DOWN(false, false, true),
    TRANSPOSED(true, false, false),
    LYING_LEFT(true, true, false),
    TRANSVERSED(true, true, true),
    LYING_RIGHT(true, false, true);

    /** Pixels of a square that fits the processor's nearest cache both as it is read and as it is written. */
    private static final int TILE = 32;

    private final boolean swapsSides;
    private final boolean flipsAcross;
    private final boolean flipsDown;

    /** The sides are swapped first, then the result is flipped. */
    Orientation(boolean swapsSides, boolean flipsAcross, boolean flipsDown) {
        this.swapsSides = swapsSides;
        this.flipsAcross = flipsAcross;
        this.flipsDown = flipsDown;
    }

    /** Numbers that EXIF does not know mean upright. */
    static Orientation ofExif(int number) {
        return number >= 1 && number <= values().length ? values()[number - 1] : UPRIGHT;
    }

    PixelSize upright(PixelSize stored) {
        return swapsSides ? stored.turned() : stored;
    }

    Bitmap upright(Bitmap stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        var size = upright(stored.size());
        int across = swapsSides ? stored.width() : 1;
        int down = swapsSides ? 1 : stored.width();
        int start = 0;
        if (flipsAcross) {
            start += (size.width() - 1) * across;
            across = -across;
        }
        if (flipsDown) {
            start += (size.height() - 1) * down;
            down = -down;
        }
        return new Bitmap(size.width(), size.height(), new Walk(stored.rgb(), start, across, down).copy(size));
    }

    /** Visits the stored pixels in upright order: from the start, by so many pixels for each step. */
    private static final class Walk {
        private final byte[] stored;
        private final int start;
        private final int across;
        private final int down;

        Walk(byte[] stored, int start, int across, int down) {
            this.stored = stored;
            this.start = start;
            this.across = across;
            this.down = down;
        }

        byte[] copy(PixelSize size) {
            byte[] upright = new byte[stored.length];
            for (int top = 0; top < size.height(); top += TILE) {
                for (int left = 0; left < size.width(); left += TILE) {
                    copyTile(upright, size, left, top);
                }
            }
            return upright;
        }

        private void copyTile(byte[] upright, PixelSize size, int left, int top) {
            int right = Math.min(left + TILE, size.width());
            int bottom = Math.min(top + TILE, size.height());
            for (int y = top; y < bottom; y++) {
                int to = 3 * (y * size.width() + left);
                int from = 3 * (start + y * down + left * across);
                for (int x = left; x < right; x++, to += 3, from += 3 * across) {
                    upright[to] = stored[from];
                    upright[to + 1] = stored[from + 1];
                    upright[to + 2] = stored[from + 2];
                }
            }
        }
    }
}
