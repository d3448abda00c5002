package org.semblance.vision.photo;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.semblance.vision.Bitmap;

/** Makes small pictures whose pixels are known. */
final class Pictures {
    static final int WIDTH = 32;
    static final int HEIGHT = 16;

    private Pictures() {}

    /** Red on the left, blue on the right, with a white upper left corner: every orientation looks different. */
    static BufferedImage flag(int type) {
        var image = new BufferedImage(WIDTH, HEIGHT, type);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, colour(x, y).getRGB());
            }
        }
        return image;
    }

    private static Color colour(int x, int y) {
        if (x < 8 && y < 8) {
            return Color.WHITE;
        }
        return x < WIDTH / 2 ? Color.RED : Color.BLUE;
    }

    static BufferedImage noise(int width, int height) {
        var random = new Random(11);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, random.nextInt(0x1000000));
        }
        return image;
    }

    static BufferedImage uniformGrey(int type, int value) {
        var image = new BufferedImage(WIDTH, HEIGHT, type);
        var raster = image.getRaster();
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            raster.setSample(i % WIDTH, i / WIDTH, 0, value);
        }
        return image;
    }

    /** Grey with an alpha channel, which the platform has no type for. */
    static BufferedImage greyWithAlpha(int value, int alpha) {
        var colours = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                true,
                false,
                BufferedImage.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, 2, null);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            raster.setPixel(i % WIDTH, i / WIDTH, new int[] {value, alpha});
        }
        return new BufferedImage(colours, raster, false, null);
    }

    static byte[] encode(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException("No writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Puts a segment right behind the start of a JPEG. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        return ByteBuffer.allocate(jpeg.length + 4 + content.length)
                .put(jpeg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** The content of an EXIF block that holds nothing but an orientation. */
    static byte[] exif(int orientation) {
        return ByteBuffer.allocate(26)
                .putInt(0x4D4D002A)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    /** Puts a chunk right behind the header of a PNG. */
    static byte[] withChunk(byte[] png, String name, byte[] content) {
        var chunk = ByteBuffer.allocate(12 + content.length).putInt(content.length);
        chunk.put(name.getBytes(StandardCharsets.US_ASCII)).put(content);
        var checksum = new CRC32();
        checksum.update(chunk.array(), 4, 4 + content.length);
        chunk.putInt((int) checksum.getValue());
        int header = 8 + 25;
        return ByteBuffer.allocate(png.length + chunk.capacity())
                .put(png, 0, header)
                .put(chunk.array())
                .put(png, header, png.length - header)
                .array();
    }

    /** Red, green and blue of one pixel. */
    static int[] colour(Bitmap bitmap, int x, int y) {
        int at = 3 * (y * bitmap.width() + x);
        byte[] rgb = bitmap.rgb();
        return new int[] {rgb[at] & 0xFF, rgb[at + 1] & 0xFF, rgb[at + 2] & 0xFF};
    }
}
