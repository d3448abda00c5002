package org.semblance.vision.photo;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;
import org.semblance.vision.Bitmap;
import org.semblance.vision.MediaType;
import org.semblance.vision.PixelSize;

/**
 * A JPEG. Decoded by the platform straight into the order of bytes that a bitmap has, which takes half the time of
 * decoding into the platform's favourite order; only pictures in inks go through TwelveMonkeys.
 */
final class JpegPicture implements EncodedPicture {
    private static final int INKS = 4;

    private final ImageReaders readers;
    private final byte[] file;
    private final JpegFile segments;
    private byte @Nullable [] kept;

    private JpegPicture(ImageReaders readers, byte[] file, JpegFile segments) {
        this.readers = readers;
        this.file = file;
        this.segments = segments;
    }

    static JpegPicture open(ImageReaders readers, byte[] file) throws IOException {
        return new JpegPicture(readers, file, JpegFile.parse(file));
    }

    @Override
    public PixelSize size() {
        return segments.size();
    }

    @Override
    public Orientation orientation() {
        return segments.orientation();
    }

    @Override
    public int bytesPerPixel() {
        return switch (segments.components()) {
            case 1 -> 4;
            case INKS -> 14;
            default -> 3;
        };
    }

    @Override
    public Bitmap decode() throws IOException {
        return switch (segments.components()) {
            case 1 -> decodeGrey();
            case 3 -> decodeColours();
            case INKS -> decodeInks();
            default -> throw new IOException("A JPEG of " + segments.components() + " components is not read");
        };
    }

    /** Upright and in the usual colours, it is kept as it was read. */
    @Override
    public byte @Nullable [] kept() {
        return orientation() == Orientation.UPRIGHT ? kept : null;
    }

    private Bitmap decodeColours() throws IOException {
        var bitmap = new Bitmap(size().width(), size().height(), new byte[Math.toIntExact(3 * size().pixels())]);
        readPlain(image(bitmap));
        byte[] profile = segments.profile();
        if (profile != null) {
            RgbProfile.parse(profile).ifPresent(unusual -> {
                unusual.convert(bitmap);
                kept = null;
            });
        }
        return bitmap;
    }

    private Bitmap decodeGrey() throws IOException {
        var image = new BufferedImage(size().width(), size().height(), BufferedImage.TYPE_BYTE_GRAY);
        readPlain(image);
        return PixelReader.read(image);
    }

    private void readPlain(BufferedImage destination) throws IOException {
        byte[] rewritten = segments.rewritten().orElse(null);
        boolean clean =
                read(readers.reader(MediaType.JPEG), rewritten == null ? segments.plain() : rewritten, destination);
        kept = clean ? rewritten : null;
    }

    private Bitmap decodeInks() throws IOException {
        var image = new BufferedImage(size().width(), size().height(), BufferedImage.TYPE_3BYTE_BGR);
        read(readers.inkJpegReader(), file, image);
        return PixelReader.read(image);
    }

    /** Whether every byte was part of the picture. */
    private boolean read(ImageReader reader, byte[] bytes, BufferedImage destination) throws IOException {
        var damage = new DamageListener();
        try {
            reader.setInput(new ByteArrayImageInputStream(bytes), true, true);
            reader.addIIOReadWarningListener(damage);
            if (reader.getWidth(0) != size().width() || reader.getHeight(0) != size().height()) {
                throw new IOException("The JPEG contradicts itself about its size");
            }
            var parameters = reader.getDefaultReadParam();
            parameters.setDestination(destination);
            reader.read(0, parameters);
        } finally {
            reader.dispose();
        }
        damage.check();
        return !damage.heardOfStrays();
    }

    /** An image that writes into the bytes of the bitmap. */
    private static BufferedImage image(Bitmap bitmap) {
        byte[] rgb = bitmap.rgb();
        var raster = Raster.createInterleavedRaster(
                new DataBufferByte(rgb, rgb.length),
                bitmap.width(),
                bitmap.height(),
                3 * bitmap.width(),
                3,
                new int[] {0, 1, 2},
                null);
        var colours = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, ColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(colours, raster, false, null);
    }
}
