package org.semblance.vision.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.semblance.vision.AlignedFace;
import org.semblance.vision.Bitmap;
import org.semblance.vision.MediaType;
import org.semblance.vision.Photo;
import org.semblance.vision.PixelSize;
import org.semblance.vision.TestFiles;
import org.semblance.vision.TestSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** What is stored of a photo shows its pixels: nothing that came beside them comes along. */
class StoredPicturesTest {
    private static final ImageIoPhotoDecoder DECODER =
            new ImageIoPhotoDecoder(TestSettings.settings().build());
    private static final String SECRET = "Exif\0\0secret place";
    private static final String TRAILER = "PK\3\4<script>secret</script>";

    @Test
    void neither_metadata_nor_trailing_data_are_stored() {
        byte[] stored = stored(polyglot());

        assertThat(text(polyglot())).contains("secret place", TRAILER);
        assertThat(text(stored)).doesNotContain("secret", "Exif", "PK\3\4").contains("JFIF");
        assertThat(segments(stored)).doesNotContain(0xE1, 0xE2, 0xED, 0xFE);
        assertThat(stored).endsWith(0xFF, 0xD9);
        assertSamePixels(stored, polyglot());
    }

    @Test
    void every_pixel_of_a_jpeg_stays_as_it_was() {
        for (Path person : TestFiles.list(TestFiles.demo("people"))) {
            byte[] jpeg = TestFiles.bytes(person.resolve("1.jpg"));
            assertSamePixels(stored(jpeg), jpeg);
        }
        byte[] grey = Pictures.encode(Pictures.uniformGrey(BufferedImage.TYPE_BYTE_GRAY, 100), "jpeg");
        assertSamePixels(stored(grey), grey);
    }

    @Test
    void a_progressive_jpeg_is_stored_without_what_lies_between_its_scans() {
        byte[] jpeg = progressive(Pictures.noise(64, 64));
        byte[] talking = inserted(jpeg, secondScan(jpeg), segment(0xFE, "a secret comment"));

        assertThat(text(stored(talking))).doesNotContain("secret");
        assertThat(stored(talking)).isEqualTo(stored(jpeg));
        assertSamePixels(stored(jpeg), jpeg);
    }

    @Test
    void bytes_that_belong_to_no_pixel_are_not_stored() {
        byte[] jpeg = Pictures.encode(Pictures.noise(64, 64), "jpeg");
        byte[] inScan = inserted(jpeg, jpeg.length - 2, "a secret in the scan".getBytes(StandardCharsets.ISO_8859_1));
        byte[] inTables = jpeg;
        for (int i = 0; i < 200; i++) {
            inTables = inserted(
                    inTables,
                    2,
                    segment(0xDB, "\0" + "a secret in a table".repeat(4).substring(0, 64)));
        }

        assertThat(text(stored(inScan))).doesNotContain("secret");
        assertThat(text(stored(inTables))).doesNotContain("secret");
        assertThat(DECODER.decode(Photo.of(stored(inScan))).size()).isEqualTo(new PixelSize(64, 64));
    }

    @Test
    void a_lying_photo_is_stored_upright_and_unusual_colours_as_the_usual_ones() {
        byte[] jpeg = Pictures.encode(Pictures.flag(BufferedImage.TYPE_INT_RGB), "jpeg");
        byte[] lying = inserted(jpeg, 2, segment(0xE1, "Exif\0\0" + text(Pictures.exif(6))));
        byte[] swapped = inserted(jpeg, 2, segment(0xE2, "ICC_PROFILE\0\1\1" + text(Profiles.swappingRedAndBlue())));

        assertThat(DECODER.decode(Photo.of(stored(lying))).size())
                .isEqualTo(new PixelSize(Pictures.WIDTH, Pictures.HEIGHT).turned());
        assertThat(Pictures.colour(DECODER.decode(Photo.of(stored(swapped))), 30, 14)[0])
                .as("what was blue is red")
                .isGreaterThan(200);
    }

    @Test
    void other_types_are_stored_as_jpeg() {
        byte[] png = Pictures.encode(Pictures.flag(BufferedImage.TYPE_INT_RGB), "png");

        assertThat(Photo.of(stored(png)).mediaType()).isEqualTo(MediaType.JPEG);
    }

    @Test
    void a_stored_crop_is_pixels_and_nothing_else() {
        int side = AlignedFace.SIDE;

        byte[] stored = new AlignedFace(new Bitmap(side, side, new byte[3 * side * side])).png();

        assertThat(text(stored)).contains("IHDR", "IDAT").doesNotContain("tEXt", "iTXt", "zTXt", "eXIf", "tIME");
        assertThat(text(stored).indexOf("IEND")).isEqualTo(stored.length - 8);
    }

    private static byte[] stored(byte[] file) {
        return DECODER.open(Photo.of(file)).jpeg();
    }

    private static void assertSamePixels(byte[] stored, byte[] sent) {
        assertThat(DECODER.decode(Photo.of(stored)).rgb())
                .isEqualTo(DECODER.decode(Photo.of(sent)).rgb());
    }

    /** A portrait with a place in its metadata, a comment, and an archive behind it. */
    private static byte[] polyglot() {
        byte[] jpeg = TestFiles.bytes(TestFiles.demo("people/Alf_Pine/1.jpg"));
        byte[] talking = inserted(inserted(jpeg, 2, segment(0xFE, "a secret comment")), 2, segment(0xE1, SECRET));
        return inserted(talking, talking.length, TRAILER.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] progressive(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var parameters = writer.getDefaultWriteParam();
        parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static int secondScan(byte[] jpeg) {
        int first = text(jpeg).indexOf("\u00ff\u00da");
        return text(jpeg).indexOf("\u00ff\u00da", first + 1);
    }

    private static byte[] inserted(byte[] file, int at, byte[] part) {
        return ByteBuffer.allocate(file.length + part.length)
                .put(file, 0, at)
                .put(part)
                .put(file, at, file.length - at)
                .array();
    }

    private static byte[] segment(int marker, String content) {
        int length = content.length() + 2;
        return ByteBuffer.allocate(length + 2)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) length)
                .put(content.getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }

    /** The markers before the scan. */
    private static List<Integer> segments(byte[] jpeg) {
        List<Integer> markers = new ArrayList<>();
        for (int at = 2; (jpeg[at + 1] & 0xFF) != 0xDA; ) {
            markers.add(jpeg[at + 1] & 0xFF);
            at += 2 + (((jpeg[at + 2] & 0xFF) << 8) | (jpeg[at + 3] & 0xFF));
        }
        return markers;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
