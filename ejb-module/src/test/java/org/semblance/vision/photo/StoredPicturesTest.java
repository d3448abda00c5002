package org.semblance.vision.photo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.vision.AlignedFace;
import org.semblance.vision.Bitmap;
import org.semblance.vision.JpegEncoder;
import org.semblance.vision.Photo;
import org.semblance.vision.TestFiles;
import org.semblance.vision.TestSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** What is stored of a photo is written anew from its pixels: nothing that came beside them comes along. */
class StoredPicturesTest {
    private static final ImageIoPhotoDecoder DECODER =
            new ImageIoPhotoDecoder(TestSettings.settings().build());
    private static final String SECRET = "Exif\0\0secret place";
    private static final String TRAILER = "PK\3\4<script>secret</script>";

    @Test
    void neither_metadata_nor_trailing_data_are_stored() {
        var decoded = DECODER.decode(Photo.of(polyglot()));

        byte[] stored = JpegEncoder.encode(decoded);

        assertThat(text(polyglot())).contains("secret place", TRAILER);
        assertThat(text(stored)).doesNotContain("secret", "Exif", "PK\3\4");
        assertThat(segments(stored)).doesNotContain(0xE1, 0xE2, 0xED, 0xFE);
        assertThat(stored).endsWith(0xFF, 0xD9);
        assertThat(DECODER.decode(Photo.of(stored)).size()).isEqualTo(decoded.size());
    }

    @Test
    void a_stored_crop_is_pixels_and_nothing_else() {
        int side = AlignedFace.SIDE;

        byte[] stored = new AlignedFace(new Bitmap(side, side, new byte[3 * side * side])).png();

        assertThat(text(stored)).contains("IHDR", "IDAT").doesNotContain("tEXt", "iTXt", "zTXt", "eXIf", "tIME");
        assertThat(text(stored).indexOf("IEND")).isEqualTo(stored.length - 8);
    }

    /** A portrait with a place in its metadata, a comment, and an archive behind it. */
    private static byte[] polyglot() {
        byte[] jpeg = TestFiles.bytes(TestFiles.demo("people/Alf_Pine/1.jpg"));
        var file = new ByteArrayOutputStream();
        file.write(jpeg, 0, 2);
        segment(file, 0xE1, SECRET);
        segment(file, 0xFE, "a secret comment");
        file.write(jpeg, 2, jpeg.length - 2);
        file.writeBytes(TRAILER.getBytes(StandardCharsets.ISO_8859_1));
        return file.toByteArray();
    }

    private static void segment(ByteArrayOutputStream file, int marker, String content) {
        file.write(0xFF);
        file.write(marker);
        file.write(0);
        file.write(content.length() + 2);
        file.writeBytes(content.getBytes(StandardCharsets.ISO_8859_1));
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
