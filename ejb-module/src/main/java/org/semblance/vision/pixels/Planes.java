package org.semblance.vision.pixels;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.semblance.vision.Bitmap;

/** Writes pixels as three planes of numbers, in the order and on the scale that a model was trained with. */
public final class Planes {
    private static final int COUNT = 3;
    private static final int AT_ONCE = 8;

    private final ColourOrder order;
    private final float[][] values = new float[COUNT][256];

    /** Each byte becomes {@code (byte - mean) / deviation} of its plane; both lists are in the order of the planes. */
    public Planes(ColourOrder order, List<Double> mean, List<Double> deviation) {
        this.order = order;
        for (int plane = 0; plane < COUNT; plane++) {
            for (int value = 0; value < 256; value++) {
                values[plane][value] = (float) ((value - mean.get(plane)) / deviation.get(plane));
            }
        }
    }

    /** Numbers that a picture of this many pixels becomes. */
    public static int length(int width, int height) {
        return COUNT * width * height;
    }

    /** Fills the target from its start with the whole picture. */
    public void write(Bitmap picture, FloatBuffer target) {
        write(picture, new Frame(picture.size(), picture.size(), 0, 0, picture.size()), target);
    }

    /** Fills the target from its start with the scaled picture in its frame, and with black around it. */
    public void write(Bitmap scaled, Frame frame, FloatBuffer target) {
        int width = frame.input().width();
        int plane = width * frame.input().height();
        float[] row = new float[width];
        for (int c = 0; c < COUNT; c++) {
            Arrays.fill(row, values[c][0]);
            blank(target, c * plane, frame.top(), row);
            for (int y = 0; y < scaled.height(); y++) {
                convert(scaled, y, c, row, frame.left());
                target.put(c * plane + (frame.top() + y) * width, row);
            }
            Arrays.fill(row, values[c][0]);
            int bottom = frame.top() + scaled.height();
            blank(target, c * plane + bottom * width, frame.input().height() - bottom, row);
        }
    }

    private static void blank(FloatBuffer target, int start, int rows, float[] row) {
        for (int y = 0; y < rows; y++) {
            target.put(start + y * row.length, row);
        }
    }

    /** Eight at a time, all read before the first is written: half as long as one by one. */
    private void convert(Bitmap picture, int y, int plane, float[] row, int left) {
        byte[] rgb = picture.rgb();
        float[] numbers = values[plane];
        int at = 3 * y * picture.width() + order.channel(plane);
        int end = left + picture.width();
        int x = left;
        for (; x <= end - AT_ONCE; x += AT_ONCE, at += 3 * AT_ONCE) {
            float n0 = numbers[rgb[at] & 0xFF];
            float n1 = numbers[rgb[at + 3] & 0xFF];
            float n2 = numbers[rgb[at + 6] & 0xFF];
            float n3 = numbers[rgb[at + 9] & 0xFF];
            float n4 = numbers[rgb[at + 12] & 0xFF];
            float n5 = numbers[rgb[at + 15] & 0xFF];
            float n6 = numbers[rgb[at + 18] & 0xFF];
            float n7 = numbers[rgb[at + 21] & 0xFF];
            row[x] = n0;
            row[x + 1] = n1;
            row[x + 2] = n2;
            row[x + 3] = n3;
            row[x + 4] = n4;
            row[x + 5] = n5;
            row[x + 6] = n6;
            row[x + 7] = n7;
        }
        for (; x < end; x++, at += 3) {
            row[x] = numbers[rgb[at] & 0xFF];
        }
    }
}
