package org.semblance.vision.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.semblance.vision.Photo;
import org.semblance.vision.PhotoTooLargeException;
import org.semblance.vision.PixelSize;
import org.semblance.vision.TestSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WebpFileTest {
    private static final int SMALL = 10;

    @Test
    void finds_the_orientation_and_the_largest_frame() {
        byte[] file = file(chunk("VP8X", canvas(SMALL)), frame(SMALL), frame(500), chunk("EXIF", Pictures.exif(6)));

        var webp = WebpFile.parse(file);

        assertThat(webp.largestFrame()).isEqualTo(new PixelSize(500, 500));
        assertThat(webp.orientation()).isEqualTo(Orientation.LYING_LEFT);
        assertThat(webp.isLossy()).isTrue();
    }

    @Test
    void a_frame_larger_than_the_limit_is_refused_whatever_the_header_says() {
        var decoder = new ImageIoPhotoDecoder(
                TestSettings.settings().maxPixels(1_000_000).build());
        var photo = Photo.of(file(chunk("VP8X", canvas(SMALL)), frame(16_000)));

        assertThatThrownBy(() -> decoder.decode(photo)).isInstanceOf(PhotoTooLargeException.class);
    }

    @Test
    void reckons_with_the_tables_that_a_lossless_picture_may_unfold_into() {
        var small = WebpFile.parse(file(chunk("VP8L", new byte[1000])));
        var large = WebpFile.parse(chunk("RIFF", webp(chunk("VP8L", new byte[1_000_000]))));

        assertThat(WebpFile.parse(file(frame(SMALL))).tableBytes()).isZero();
        assertThat(small.tableBytes()).isEqualTo(400 * 5520);
        assertThat(large.tableBytes()).isEqualTo(65_536L * 5520);
    }

    private static byte[] webp(byte[] chunk) {
        return ByteBuffer.allocate(4 + chunk.length)
                .put("WEBP".getBytes(StandardCharsets.US_ASCII))
                .put(chunk)
                .array();
    }

    private static byte[] frame(int side) {
        byte[] key = ByteBuffer.allocate(10)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {0x10, 0, 0, (byte) 0x9D, 0x01, 0x2A})
                .putShort((short) side)
                .putShort((short) side)
                .array();
        byte[] picture = chunk("VP8 ", key);
        return chunk(
                "ANMF",
                ByteBuffer.allocate(16 + picture.length).put(16, picture).array());
    }

    private static byte[] canvas(int side) {
        return ByteBuffer.allocate(10)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x02)
                .putShort((short) (side - 1))
                .put((byte) 0)
                .putShort((short) (side - 1))
                .put((byte) 0)
                .array();
    }

    private static byte[] file(byte[]... chunks) {
        var content = ByteBuffer.allocate(2000).put("WEBP".getBytes(StandardCharsets.US_ASCII));
        for (byte[] chunk : chunks) {
            content.put(chunk);
        }
        byte[] bytes = new byte[content.position()];
        content.flip().get(bytes);
        return chunk("RIFF", bytes);
    }

    private static byte[] chunk(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + content.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(content.length)
                .put(content)
                .array();
    }
}
