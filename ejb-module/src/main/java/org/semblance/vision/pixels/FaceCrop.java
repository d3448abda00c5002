package org.semblance.vision.pixels;

import org.semblance.vision.Box;
import org.semblance.vision.PixelSize;

/** The part of a picture around a face that models look at which want its surroundings, too. */
public final class FaceCrop {
    private FaceCrop() {}

    /**
     * The box enlarged around its middle, less where the picture is too small for that, then moved into the picture.
     *
     * @param factor by which both sides grow
     */
    public static Area around(Box box, double factor, PixelSize picture) {
        double most = Math.min((picture.width() - 1) / box.width(), (picture.height() - 1) / box.height());
        double scale = Math.min(factor, most);
        double width = box.width() * scale;
        double height = box.height() * scale;
        int[] across = span(box.x() + box.width() / 2, width, picture.width() - 1);
        int[] down = span(box.y() + box.height() / 2, height, picture.height() - 1);
        return new Area(across[0], down[0], across[1] - across[0] + 1, down[1] - down[0] + 1);
    }

    /** First and last pixel, between 0 and the last one of the picture. */
    private static int[] span(double middle, double length, int last) {
        double first = Math.min(Math.max(0, middle - length / 2), Math.max(0, last - length));
        return new int[] {(int) first, Math.min(last, (int) (first + length))};
    }
}
