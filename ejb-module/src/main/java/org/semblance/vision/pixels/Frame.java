package org.semblance.vision.pixels;

import org.semblance.vision.Box;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Landmarks;
import org.semblance.vision.PixelSize;

/**
 * How a picture lies in the input of a detector: scaled down, never up, set off from the upper left corner by a border,
 * black around it; and the way back from there to the picture.
 *
 * @param picture size of the picture before scaling
 * @param scaled size of the picture in the input
 * @param left, top pixels of black border before it
 * @param input size of the whole input
 */
public record Frame(PixelSize picture, PixelSize scaled, int left, int top, PixelSize input) {

    /**
     * Fits picture and border into the longest side, and pads the input to whole cells.
     *
     * @param border width of the border on each side, as a share of the picture
     * @param cell what both sides of the input must be a multiple of
     */
    public static Frame fit(PixelSize picture, int longestSide, float border, int cell) {
        float bordered = (1 + 2 * border) * Math.max(picture.width(), picture.height());
        var scaled = scaled(picture, Math.min(1, longestSide / bordered));
        int left = Math.round(border * scaled.width());
        int top = Math.round(border * scaled.height());
        var input = new PixelSize(whole(scaled.width() + 2 * left, cell), whole(scaled.height() + 2 * top, cell));
        return new Frame(picture, scaled, left, top, input);
    }

    /** Fits picture and border into an input whose size the model dictates. */
    public static Frame into(PixelSize input, PixelSize picture, float border) {
        float across = input.width() / ((1 + 2 * border) * picture.width());
        float down = input.height() / ((1 + 2 * border) * picture.height());
        var scaled = scaled(picture, Math.min(1, Math.min(across, down)));
        int left = Math.min(Math.round(border * scaled.width()), input.width() - scaled.width());
        int top = Math.min(Math.round(border * scaled.height()), input.height() - scaled.height());
        return new Frame(picture, scaled, left, top, input);
    }

    private static PixelSize scaled(PixelSize picture, float scale) {
        return new PixelSize(
                Math.max(1, Math.round(picture.width() * scale)), Math.max(1, Math.round(picture.height() * scale)));
    }

    private static int whole(int length, int cell) {
        return (length + cell - 1) / cell * cell;
    }

    /** Pixels of the input that one pixel of the picture becomes, along its longest side. */
    public double scale() {
        return picture.width() > picture.height()
                ? (double) scaled.width() / picture.width()
                : (double) scaled.height() / picture.height();
    }

    /** The face in pixels of the picture instead of the input. */
    public DetectedFace toPicture(DetectedFace face) {
        float scaleX = (float) scaled.width() / picture.width();
        float scaleY = (float) scaled.height() / picture.height();
        float[] points = face.landmarks().coordinates();
        for (int i = 0; i < points.length; i += 2) {
            points[i] = (points[i] - left) / scaleX;
            points[i + 1] = (points[i + 1] - top) / scaleY;
        }
        var box = face.box();
        return new DetectedFace(
                new Box(
                        (box.x() - left) / scaleX,
                        (box.y() - top) / scaleY,
                        box.width() / scaleX,
                        box.height() / scaleY),
                new Landmarks(points),
                face.confidence());
    }
}
