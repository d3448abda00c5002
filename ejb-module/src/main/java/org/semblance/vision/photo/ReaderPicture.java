package org.semblance.vision.photo;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.semblance.vision.Bitmap;
import org.semblance.vision.MediaType;
import org.semblance.vision.PixelSize;

/** A picture of any type but JPEG; the first one, when the file holds several. */
final class ReaderPicture implements EncodedPicture {
    /** The reader for lossy WebP keeps an object for every sixteen pixels: measured, 26 for a photo or for noise. */
    private static final int LOSSY_WEBP_BYTES = 40;

    private static final int WEBP_BYTES = 32;
    private static final int MOST_BYTES = 16;

    private final ImageReader reader;
    private final PixelSize size;
    private final PixelSize largest;
    private final PhotoMetadata metadata;
    private final int bytesPerPixel;
    private final long tableBytes;

    private ReaderPicture(ImageReader reader, MediaType type, byte[] file) throws IOException {
        this.reader = reader;
        this.size = new PixelSize(reader.getWidth(0), reader.getHeight(0));
        this.largest = largest(type, file);
        this.metadata = PhotoMetadata.of(type, file);
        this.bytesPerPixel = 3 + bytesPerPixel(type, file);
        this.tableBytes = type == MediaType.WEBP ? WebpFile.parse(file).tableBytes() : 0;
    }

    static ReaderPicture open(ImageReaders readers, MediaType type, byte[] file) throws IOException {
        var reader = readers.reader(type);
        try {
            reader.setInput(stream(type, file), true, true);
            return new ReaderPicture(reader, type, file);
        } catch (IOException | RuntimeException e) {
            reader.dispose();
            throw e;
        }
    }

    private static ImageInputStream stream(MediaType type, byte[] file) {
        return type == MediaType.WEBP ? new EndingStream(file) : new ByteArrayImageInputStream(file);
    }

    @Override
    public PixelSize size() {
        return size;
    }

    @Override
    public PixelSize largest() {
        return largest;
    }

    @Override
    public Orientation orientation() {
        return metadata.orientation();
    }

    @Override
    public int bytesPerPixel() {
        return bytesPerPixel;
    }

    @Override
    public long tableBytes() {
        return tableBytes;
    }

    @Override
    public Bitmap decode() throws IOException {
        var image = reader.read(0);
        if (image.getWidth() != size.width() || image.getHeight() != size.height()) {
            throw new IOException("The picture has another size than it declares");
        }
        var bitmap = PixelReader.read(image);
        byte[] profile = metadata.profile() == null ? PixelReader.attachedProfile(image) : metadata.profile();
        RgbProfile.parse(profile).ifPresent(unusual -> unusual.convert(bitmap));
        return bitmap;
    }

    @Override
    public void close() {
        reader.dispose();
    }

    /** An animation declares a screen, a tiled picture its tiles. */
    private PixelSize largest(MediaType type, byte[] file) throws IOException {
        if (type == MediaType.GIF) {
            var header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
            return larger(Short.toUnsignedInt(header.getShort(6)), Short.toUnsignedInt(header.getShort(8)));
        }
        if (type == MediaType.TIFF && reader.isImageTiled(0)) {
            return larger(reader.getTileWidth(0), reader.getTileHeight(0));
        }
        if (type == MediaType.WEBP) {
            var frame = WebpFile.parse(file).largestFrame();
            return larger(frame.width(), frame.height());
        }
        return size;
    }

    private PixelSize larger(int width, int height) {
        return (long) width * height > size.pixels() ? new PixelSize(width, height) : size;
    }

    private int bytesPerPixel(MediaType type, byte[] file) throws IOException {
        if (type == MediaType.WEBP) {
            return WebpFile.parse(file).isLossy() ? LOSSY_WEBP_BYTES : WEBP_BYTES;
        }
        int stored = storedBytes(reader.getRawImageType(0));
        return type == MediaType.TIFF ? 2 * stored : stored;
    }

    private static int storedBytes(@Nullable ImageTypeSpecifier type) {
        return type == null ? MOST_BYTES : (type.getColorModel().getPixelSize() + 7) / 8;
    }
}
