package org.semblance.vision.photo;

import com.sun.management.ThreadMXBean;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.vision.Bitmap;
import org.semblance.vision.Photo;
import org.semblance.vision.PhotoTooLargeException;
import org.semblance.vision.PixelSize;
import org.semblance.vision.TestSettings;
import org.semblance.vision.UnreadablePhotoException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ImageIoPhotoDecoderTest {
    private final ImageIoPhotoDecoder decoder =
            new ImageIoPhotoDecoder(TestSettings.settings().build());

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "gif", "tiff"})
    void keeps_the_exact_pixels_of_lossless_pictures(String format) {
        var bitmap = decode(Pictures.encode(Pictures.flag(BufferedImage.TYPE_INT_RGB), format));

        assertColours(bitmap, Color.WHITE, Color.BLUE, Color.RED, Color.BLUE);
    }

    @Test
    void reads_the_colours_of_a_jpeg() {
        var bitmap = decode(Pictures.encode(Pictures.flag(BufferedImage.TYPE_INT_RGB), "jpeg"));

        assertThat(bitmap.size()).isEqualTo(new PixelSize(Pictures.WIDTH, Pictures.HEIGHT));
        assertThat(Pictures.colour(bitmap, 30, 14))
                .satisfies(blue -> assertThat(blue[2]).isGreaterThan(240));
        assertThat(Pictures.colour(bitmap, 1, 14))
                .satisfies(red -> assertThat(red[0]).isGreaterThan(240));
        assertThat(Pictures.colour(bitmap, 1, 14))
                .satisfies(red -> assertThat(red[2]).isLessThan(20));
    }

    @Test
    void turns_every_orientation_upright() {
        byte[] upright = Pictures.encode(Pictures.flag(BufferedImage.TYPE_INT_RGB), "png");
        var expected = decode(upright).rgb();

        for (int number = 1; number <= 8; number++) {
            byte[] stored = Pictures.encode(lying(number), "png");
            var photo = Photo.of(Pictures.withChunk(stored, "eXIf", Pictures.exif(number)));

            assertThat(decoder.decode(photo).rgb()).as("orientation %d", number).isEqualTo(expected);
            assertThat(decoder.inspect(photo).size()).isEqualTo(new PixelSize(Pictures.WIDTH, Pictures.HEIGHT));
        }
    }

    @Test
    void turns_jpegs_and_ignores_orientations_that_do_not_exist() {
        byte[] jpeg = Pictures.encode(Pictures.flag(BufferedImage.TYPE_INT_RGB), "jpeg");

        assertThat(decode(withExif(jpeg, 6)).size()).isEqualTo(new PixelSize(Pictures.WIDTH, Pictures.HEIGHT).turned());
        assertThat(decode(withExif(jpeg, 99)).rgb()).isEqualTo(decode(jpeg).rgb());
        assertThat(decode(withExif(jpeg, 0)).rgb()).isEqualTo(decode(jpeg).rgb());
    }

    @Test
    void does_not_brighten_grey() {
        byte[] jpeg = Pictures.encode(Pictures.uniformGrey(BufferedImage.TYPE_BYTE_GRAY, 100), "jpeg");
        byte[] eightBits = Pictures.encode(Pictures.uniformGrey(BufferedImage.TYPE_BYTE_GRAY, 100), "png");
        byte[] sixteenBits = Pictures.encode(Pictures.uniformGrey(BufferedImage.TYPE_USHORT_GRAY, 100 * 257), "png");
        byte[] withAlpha = Pictures.encode(Pictures.greyWithAlpha(100, 255), "png");

        for (byte[] grey : new byte[][] {jpeg, eightBits, sixteenBits, withAlpha}) {
            assertThat(Pictures.colour(decode(grey), 3, 3)).containsExactly(100, 100, 100);
        }
    }

    @Test
    void lays_transparent_pixels_over_white() {
        var image = new BufferedImage(Pictures.WIDTH, Pictures.HEIGHT, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(1, 0, 0x80FF0000);
        image.setRGB(2, 0, 0xFF00FF00);

        var bitmap = decode(Pictures.encode(image, "png"));

        assertThat(Pictures.colour(bitmap, 0, 0)).containsExactly(255, 255, 255);
        assertThat(Pictures.colour(bitmap, 1, 0)).containsExactly(255, 127, 127);
        assertThat(Pictures.colour(bitmap, 2, 0)).containsExactly(0, 255, 0);
        assertThat(Pictures.colour(decode(Pictures.encode(Pictures.greyWithAlpha(0, 0), "png")), 0, 0))
                .containsExactly(255, 255, 255);
    }

    @Test
    void converts_wide_colours_to_the_usual_ones() throws IOException {
        byte[] png = Pictures.encode(Pictures.flag(BufferedImage.TYPE_INT_RGB), "png");
        byte[] swapped = Pictures.withChunk(png, "iCCP", profileChunk(Profiles.swappingRedAndBlue()));
        byte[] usual = Pictures.withChunk(png, "iCCP", profileChunk(Profiles.usual()));
        byte[] broken = Pictures.withChunk(png, "iCCP", new byte[] {'x', 0, 0, 1, 2, 3});

        assertColours(decode(swapped), Color.WHITE, Color.RED, Color.BLUE, Color.RED);
        assertColours(decode(usual), Color.WHITE, Color.BLUE, Color.RED, Color.BLUE);
        assertColours(decode(broken), Color.WHITE, Color.BLUE, Color.RED, Color.BLUE);
    }

    @Test
    void reads_jpegs_in_inks() throws IOException {
        var bitmap = decode(Inks.jpeg());

        assertNear(Pictures.colour(bitmap, 4, 4), new Color(255, 255, 255));
        assertThat(Pictures.colour(bitmap, 28, 4)[0]).as("cyan has little red").isLessThan(90);
        assertThat(Pictures.colour(bitmap, 28, 4)[2]).as("cyan has much blue").isGreaterThan(150);
    }

    @Test
    void refuses_declared_pixels_before_decoding_them() {
        var bomb = Photo.of(pngHeader(20_000, 20_000));
        long before = allocatedBytes();

        ThrowingCallable decoding = () -> decoder.decode(bomb);

        assertThatThrownBy(decoding).isInstanceOf(PhotoTooLargeException.class).hasMessageContaining("20000 x 20000");
        assertThatThrownBy(() -> decoder.inspect(bomb)).isInstanceOf(PhotoTooLargeException.class);
        assertThat(allocatedBytes() - before).isLessThan(50_000_000);
    }

    @Test
    void refuses_an_animation_whose_screen_is_too_large() {
        byte[] gif = Pictures.encode(Pictures.flag(BufferedImage.TYPE_INT_RGB), "gif");
        ByteBuffer.wrap(gif).putShort(6, (short) 0xFFFF).putShort(8, (short) 0xFFFF);

        assertThatThrownBy(() -> decode(gif)).isInstanceOf(PhotoTooLargeException.class);
    }

    @Test
    void refuses_a_picture_that_would_not_fit_into_memory() {
        var cramped = new ImageIoPhotoDecoder(1_000_000, 1_000_000, 1_000);
        var photo = Photo.of(Pictures.encode(Pictures.flag(BufferedImage.TYPE_INT_RGB), "png"));

        assertThatThrownBy(() -> cramped.decode(photo))
                .isInstanceOf(PhotoTooLargeException.class)
                .hasMessageContaining("memory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "bmp", "gif", "tiff"})
    void answers_any_truncated_file_with_pixels_or_a_refusal(String format) {
        byte[] whole = Pictures.encode(Pictures.flag(BufferedImage.TYPE_INT_RGB), format);

        for (int length = 12; length < whole.length; length += 1 + whole.length / 500) {
            var photo = Photo.of(Arrays.copyOf(whole, length));
            try {
                assertThat(decoder.decode(photo).size().pixels()).isEqualTo((long) Pictures.WIDTH * Pictures.HEIGHT);
            } catch (UnreadablePhotoException | PhotoTooLargeException refusal) {
                assertThat(refusal).hasMessageContaining("photo");
            }
        }
    }

    @Test
    void refuses_half_a_jpeg_but_not_one_without_its_end_mark() {
        byte[] whole = Pictures.encode(Pictures.noise(200, 200), "jpeg");
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        byte[] endless = Arrays.copyOf(whole, whole.length - 2);

        assertThatThrownBy(() -> decode(half)).isInstanceOf(UnreadablePhotoException.class);
        assertThat(decode(endless).rgb()).isEqualTo(decode(whole).rgb());
    }

    private Bitmap decode(byte[] bytes) {
        return decoder.decode(Photo.of(bytes));
    }

    /** The flag as a camera stores it that was held so. */
    private static BufferedImage lying(int orientation) {
        var upright = Pictures.flag(BufferedImage.TYPE_INT_RGB);
        boolean swapped = orientation >= 5;
        int width = swapped ? Pictures.HEIGHT : Pictures.WIDTH;
        int height = swapped ? Pictures.WIDTH : Pictures.HEIGHT;
        var stored = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int x = swapped ? row : column;
                int y = swapped ? column : row;
                boolean fromRight = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
                boolean fromBelow = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
                stored.setRGB(
                        column,
                        row,
                        upright.getRGB(
                                fromRight ? Pictures.WIDTH - 1 - x : x, fromBelow ? Pictures.HEIGHT - 1 - y : y));
            }
        }
        return stored;
    }

    private static byte[] withExif(byte[] jpeg, int orientation) {
        byte[] exif = Pictures.exif(orientation);
        byte[] content = ByteBuffer.allocate(6 + exif.length)
                .put(new byte[] {'E', 'x', 'i', 'f', 0, 0})
                .put(exif)
                .array();
        return Pictures.withSegment(jpeg, 0xE1, content);
    }

    private static byte[] profileChunk(byte[] profile) throws IOException {
        var content = new ByteArrayOutputStream();
        content.writeBytes(new byte[] {'x', 0, 0});
        try (var compressed = new DeflaterOutputStream(content)) {
            compressed.write(profile);
        }
        return content.toByteArray();
    }

    private static byte[] pngHeader(int width, int height) {
        byte[] png = Pictures.encode(Pictures.flag(BufferedImage.TYPE_INT_RGB), "png");
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        return png;
    }

    private static long allocatedBytes() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static void assertColours(Bitmap bitmap, Color... corners) {
        int right = bitmap.width() - 1;
        int bottom = bitmap.height() - 1;
        int[][] places = {{0, 0}, {right, 0}, {0, bottom}, {right, bottom}};
        for (int i = 0; i < corners.length; i++) {
            assertNear(Pictures.colour(bitmap, places[i][0], places[i][1]), corners[i]);
        }
    }

    private static void assertNear(int[] actual, Color expected) {
        assertThat(actual[0]).isCloseTo(expected.getRed(), within(4));
        assertThat(actual[1]).isCloseTo(expected.getGreen(), within(4));
        assertThat(actual[2]).isCloseTo(expected.getBlue(), within(4));
    }
}
