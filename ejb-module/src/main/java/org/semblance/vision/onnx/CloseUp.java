package org.semblance.vision.onnx;

import org.semblance.vision.Box;
import org.semblance.vision.PixelSize;
import org.semblance.vision.pixels.Area;
import org.semblance.vision.pixels.Frame;

/**
 * One face alone, as small as detectors that are trained on small faces know them, with a little of what is around it.
 *
 * @param area of the picture that is looked at
 * @param frame how it lies in the detector's input; black where the picture ends
 */
record CloseUp(Area area, Frame frame) {
    /** Four cells: the face becomes 90 pixels long, and less where a model dictates a flatter input. */
    static final PixelSize INPUT = new PixelSize(128, 128);

    private static final double MARGIN = 1.42;

    /**
     * @param face in pixels of the picture
     * @param input of the detector: {@link #INPUT}, or what the model dictates
     */
    static CloseUp of(Box face, PixelSize picture, PixelSize input) {
        double side = MARGIN * face.longestSide();
        double x = face.x() + (face.width() - side) / 2;
        double y = face.y() + (face.height() - side) / 2;
        int left = within(x, picture.width() - 1);
        int top = within(y, picture.height() - 1);
        int right = Math.max(left + 1, within(x + side, picture.width()));
        int bottom = Math.max(top + 1, within(y + side, picture.height()));
        var area = new Area(left, top, right - left, bottom - top);
        int length = Math.min(INPUT.width(), Math.min(input.width(), input.height()));
        double scale = length / side;
        var scaled = new PixelSize(shrunk(area.width(), scale, length), shrunk(area.height(), scale, length));
        int border = within(scale * (left - x), length - scaled.width());
        int upperBorder = within(scale * (top - y), length - scaled.height());
        var part = new PixelSize(area.width(), area.height());
        return new CloseUp(area, new Frame(part, scaled, border, upperBorder, input));
    }

    private static int shrunk(int length, double scale, int most) {
        return Math.max(1, within(scale * length, most));
    }

    private static int within(double position, int last) {
        return (int) Math.min(last, Math.max(0, Math.round(position)));
    }
}
