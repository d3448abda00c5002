package org.semblance.vision.pixels;

import java.util.ArrayList;
import java.util.List;
import org.semblance.vision.PixelSize;

/**
 * How a picture that is too large for one look at the scale wanted is cut into overlapping tiles, as few and as even as
 * can be.
 *
 * @param scale of the tiles when they are looked at, at most 1
 * @param tiles areas of the picture, not scaled
 */
public record TilePlan(double scale, List<Area> tiles) {
    public TilePlan {
        tiles = List.copyOf(tiles);
    }

    /**
     * Covers the picture.
     *
     * @param side that no tile may exceed, scaled
     * @param overlap of neighbouring tiles, in pixels of the picture; what is smaller is whole in one of them
     */
    public static TilePlan cover(PixelSize picture, double scale, int side, int overlap) {
        int most = Math.max(overlap + 1, (int) (side / scale));
        int[] lefts = starts(picture.width(), most, overlap);
        int[] tops = starts(picture.height(), most, overlap);
        int width = length(picture.width(), lefts.length, overlap);
        int height = length(picture.height(), tops.length, overlap);
        List<Area> tiles = new ArrayList<>();
        for (int top : tops) {
            for (int left : lefts) {
                tiles.add(new Area(left, top, width, height));
            }
        }
        return new TilePlan(scale, tiles);
    }

    /** Pixels of all tiles together, scaled: what looking at them costs. */
    public long cost() {
        double pixels = 0;
        for (Area tile : tiles) {
            pixels += scale * tile.width() * scale * tile.height();
        }
        return Math.round(pixels);
    }

    private static int[] starts(int whole, int most, int overlap) {
        int count = whole <= most ? 1 : (whole - overlap + most - overlap - 1) / (most - overlap);
        int[] starts = new int[count];
        for (int i = 1; i < count; i++) {
            starts[i] = Math.toIntExact((long) i * (whole - length(whole, count, overlap)) / (count - 1));
        }
        return starts;
    }

    /** Rounded up, so that tiles share at least the overlap. */
    private static int length(int whole, int count, int overlap) {
        return (whole + (count - 1) * overlap + count - 1) / count;
    }
}
