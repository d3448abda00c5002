package org.semblance.vision.analysis;

import java.util.Arrays;
import org.semblance.vision.AlignedFace;

/**
 * How plainly the lower half of an aligned face shows a mouth, nostrils and skin, which a mask, a hand or a scarf hides.
 * Dark marks count in standard deviations of the face's luminance, so that neither light nor skin matters; grey pictures
 * say nothing of colour.
 */
final class LowerFace {
    private static final int SIDE = AlignedFace.SIDE;
    private static final double MOUTH_WEIGHT = 2.5;
    private static final double NOSTRILS_WEIGHT = 1.9;
    private static final double COLOUR_WEIGHT = 8;

    /** Light differs a little from forehead to chin. */
    private static final double USUAL_COLOUR_STEP = 0.1;

    private static final double LARGEST_COLOUR_STEP = 0.6;
    private static final double BLACK = 20;

    private final byte[] rgb;
    private final int[] luminance;

    private LowerFace(byte[] rgb, int[] luminance) {
        this.rgb = rgb;
        this.luminance = luminance;
    }

    /**
     * Below 2.7 it is most likely hidden: so for 83 % of 255 masked faces and 1.6 % of 2,499 bare ones, when measured.
     *
     * @param contrast standard deviation of the face's luminance
     */
    static double visibility(AlignedFace face, int[] luminance, double contrast) {
        var lower = new LowerFace(face.bitmap().rgb(), luminance);
        double marks = MOUTH_WEIGHT * lower.mouthLine() + NOSTRILS_WEIGHT * lower.nostrils();
        return marks / (contrast + 1) - COLOUR_WEIGHT * lower.colourStep();
    }

    /** How much darker the darkest row across the mouth is than most rows from nose to chin. */
    private double mouthLine() {
        double[] rows = new double[30];
        double darkest = Double.MAX_VALUE;
        for (int i = 0; i < rows.length; i++) {
            int y = 78 + i;
            for (int x = 46; x < 66; x++) {
                rows[i] += luminance[y * SIDE + x] / 20.0;
            }
            if (y >= 86 && y < 98) {
                darkest = Math.min(darkest, rows[i]);
            }
        }
        Arrays.sort(rows);
        return quantile(rows, 0.7) - darkest;
    }

    /** How much darker the darkest spots under the tip of the nose are than what is around them. */
    private double nostrils() {
        double[] spots = new double[14 * 24];
        for (int y = 68, i = 0; y < 82; y++) {
            for (int x = 44; x < 68; x++) {
                spots[i++] = luminance[y * SIDE + x];
            }
        }
        Arrays.sort(spots);
        return quantile(spots, 0.5) - quantile(spots, 0.04);
    }

    /** How much less red the mouth and chin are than the brow, beyond what is usual; no skin is bluer below. */
    private double colourStep() {
        double step = redness(44, 26, 68, 46) - redness(38, 82, 74, 106);
        return Math.max(0, Math.min(LARGEST_COLOUR_STEP, step) - USUAL_COLOUR_STEP);
    }

    private double redness(int left, int top, int right, int bottom) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int at = 3 * (y * SIDE + x);
                red += rgb[at] & 0xFF;
                green += rgb[at + 1] & 0xFF;
                blue += rgb[at + 2] & 0xFF;
            }
        }
        double pixels = (double) (right - left) * (bottom - top);
        return (red - blue) / ((red + green + blue) / 3.0 + BLACK * pixels);
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
