package org.semblance.ear;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What a good camera gives: a picture of about twenty megabytes. */
final class LargePicture {
    private static final int SIDE = 3600;
    private static final int PORTRAIT_HEIGHT = 1600;

    private LargePicture() {}

    /** A portrait amid noise, which no compression makes small. */
    static byte[] around(Path portrait) throws IOException {
        var picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        picture.setRGB(0, 0, SIDE, SIDE, random.ints((long) SIDE * SIDE).toArray(), 0, SIDE);
        BufferedImage person = ImageIO.read(portrait.toFile());
        int width = person.getWidth() * PORTRAIT_HEIGHT / person.getHeight();
        var graphics = picture.createGraphics();
        graphics.drawImage(person, (SIDE - width) / 2, (SIDE - PORTRAIT_HEIGHT) / 2, width, PORTRAIT_HEIGHT, null);
        graphics.dispose();
        return jpeg(picture);
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            ImageWriteParam best = writer.getDefaultWriteParam();
            best.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            best.setCompressionQuality(1);
            writer.write(null, new IIOImage(picture, null, null), best);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
