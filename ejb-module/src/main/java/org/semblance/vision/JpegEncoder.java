package org.semblance.vision;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
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

    private static BufferedImage image(Bitmap bitmap) {
        var image = new BufferedImage(bitmap.width(), bitmap.height(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] rgb = bitmap.rgb();
        byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < rgb.length; i += 3) {
            bgr[i] = rgb[i + 2];
            bgr[i + 1] = rgb[i + 1];
            bgr[i + 2] = rgb[i];
        }
        return image;
    }
}
