package org.semblance.vision.photo;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import org.semblance.vision.Bitmap;

/**
 * Takes the pixels out of a decoded image: samples as they are stored, never through {@code getRGB}, which brightens
 * grey ones; deep samples rounded to eight bits; transparent ones laid over white.
 */
final class PixelReader {
    private final BufferedImage image;
    private final byte[] rgb;

    private PixelReader(BufferedImage image) {
        this.image = image;
        this.rgb = new byte[3 * image.getWidth() * image.getHeight()];
    }

    static Bitmap read(BufferedImage image) throws IOException {
        var reader = new PixelReader(image);
        if (image.getColorModel() instanceof IndexColorModel palette) {
            reader.readIndexed(palette);
        } else {
            reader.readSamples(image.getColorModel());
        }
        return new Bitmap(image.getWidth(), image.getHeight(), reader.rgb);
    }

    private void readIndexed(IndexColorModel palette) {
        int[] colours = new int[palette.getMapSize()];
        palette.getRGBs(colours);
        int[] row = new int[image.getWidth()];
        var raster = image.getRaster();
        for (int y = 0, to = 0; y < image.getHeight(); y++) {
            raster.getSamples(0, y, row.length, 1, 0, row);
            for (int index : row) {
                int colour = index < colours.length ? colours[index] : 0xFF000000;
                int alpha = colour >>> 24;
                rgb[to++] = (byte) overWhite(colour >> 16 & 0xFF, alpha);
                rgb[to++] = (byte) overWhite(colour >> 8 & 0xFF, alpha);
                rgb[to++] = (byte) overWhite(colour & 0xFF, alpha);
            }
        }
    }

    private void readSamples(ColorModel colours) throws IOException {
        int type = colours.getTransferType();
        if (type != DataBuffer.TYPE_BYTE && type != DataBuffer.TYPE_USHORT && type != DataBuffer.TYPE_INT) {
            throw new IOException("Samples of this kind are not read");
        }
        if (colours.isAlphaPremultiplied()) {
            image.coerceData(false);
        }
        RowWriter writer = writer(colours);
        int bands = image.getRaster().getNumBands();
        int[] most = new int[bands];
        for (int band = 0; band < bands; band++) {
            most[band] = (1 << Math.min(16, colours.getComponentSize(band))) - 1;
        }
        Raster raster = image.getRaster();
        int[] row = new int[bands * image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(0, y, image.getWidth(), 1, row);
            toEightBits(row, most);
            writer.write(row, 3 * y * image.getWidth());
        }
    }

    /** Writes one row of eight-bit samples to the given place. */
    @FunctionalInterface
    private interface RowWriter {
        void write(int[] samples, int to);
    }

    private RowWriter writer(ColorModel colours) throws IOException {
        int bands = image.getRaster().getNumBands();
        int alpha = colours.hasAlpha() ? bands - 1 : -1;
        int space = colours.getColorSpace().getType();
        if (space == ColorSpace.TYPE_GRAY) {
            return (row, to) -> writeColours(row, to, bands, new int[] {0, 0, 0, alpha});
        }
        if (space == ColorSpace.TYPE_RGB && bands >= 3) {
            return (row, to) -> writeColours(row, to, bands, new int[] {0, 1, 2, alpha});
        }
        if (space == ColorSpace.TYPE_CMYK && bands >= 4) {
            return (row, to) -> writeInks(row, to, bands);
        }
        throw new IOException("Colours of this kind are not read");
    }

    /** Takes red, green, blue and alpha from their places within each pixel; alpha is at -1 when there is none. */
    private void writeColours(int[] row, int to, int bands, int[] places) {
        int at = to;
        for (int pixel = 0; pixel < row.length; pixel += bands) {
            int alpha = places[3] < 0 ? 255 : row[pixel + places[3]];
            rgb[at++] = (byte) overWhite(row[pixel + places[0]], alpha);
            rgb[at++] = (byte) overWhite(row[pixel + places[1]], alpha);
            rgb[at++] = (byte) overWhite(row[pixel + places[2]], alpha);
        }
    }

    private void writeInks(int[] row, int to, int bands) {
        int at = to;
        for (int pixel = 0; pixel < row.length; pixel += bands) {
            int light = 255 - row[pixel + 3];
            for (int ink = 0; ink < 3; ink++) {
                rgb[at++] = (byte) (((255 - row[pixel + ink]) * light + 127) / 255);
            }
        }
    }

    private static void toEightBits(int[] row, int[] most) {
        for (int i = 0, band = 0; i < row.length; i++) {
            if (most[band] != 255) {
                row[i] = (int) ((255L * row[i] + most[band] / 2) / most[band]);
            }
            band = band + 1 == most.length ? 0 : band + 1;
        }
    }

    private static int overWhite(int value, int alpha) {
        return alpha == 255 ? value : (value * alpha + 255 * (255 - alpha) + 127) / 255;
    }

    /** The profile that the decoder attached, if it is one of red, green and blue and not sRGB itself. */
    static byte[] attachedProfile(BufferedImage image) {
        var space = image.getColorModel().getColorSpace();
        boolean unusual =
                space instanceof ICC_ColorSpace && space.getType() == ColorSpace.TYPE_RGB && !space.isCS_sRGB();
        return unusual ? ((ICC_ColorSpace) space).getProfile().getData() : new byte[0];
    }
}
