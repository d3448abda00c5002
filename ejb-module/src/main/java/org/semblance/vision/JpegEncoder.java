package org.semblance.vision;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pixels, and nothing but pixels, as a JPEG file: what is stored of a photo carries nothing it hid. */
public final class JpegEncoder {
    private static final float QUALITY = 0.92f;
    private static final String WRITER = "com.sun.imageio.plugins.jpeg.JPEGImageWriterSpi";

    private static final int[] CHANNELS = {0, 1, 2};
    private static final ColorModel COLOURS = new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);

    private JpegEncoder() {}

    public static byte[] encode(Bitmap bitmap) {
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var writer = PlatformImageIo.provider(ImageWriterSpi.class, WRITER).createWriterInstance();
            try {
                writer.setOutput(output);
                ImageWriteParam parameters = writer.getDefaultWriteParam();
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(QUALITY);
                writer.write(null, new IIOImage(image(bitmap), null, null), parameters);
            } finally {
                writer.dispose();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A JPEG in memory could not be written", e);
        }
        return bytes.toByteArray();
    }

    /** The very pixels, not copied: in this order the writer takes whole rows, in another one number at a time. */
    private static BufferedImage image(Bitmap bitmap) {
        byte[] rgb = bitmap.rgb();
        var raster = Raster.createInterleavedRaster(
                new DataBufferByte(rgb, rgb.length),
                bitmap.width(),
                bitmap.height(),
                CHANNELS.length * bitmap.width(),
                CHANNELS.length,
                CHANNELS,
                null);
        return new BufferedImage(COLOURS, raster, false, null);
    }
}
