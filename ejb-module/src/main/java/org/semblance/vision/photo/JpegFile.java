package org.semblance.vision.photo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.semblance.vision.PixelSize;

/**
 * The segments of a JPEG file before its scan: how large the picture is, how it lies, which colours it means; and the
 * same file without everything that only describes it, so that no decoder ever parses a stranger's metadata.
 */
final class JpegFile {
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int COMMENT = 0xFE;
    private static final int APPLICATION = 0xE0;
    private static final int EXIF = 0xE1;
    private static final int ICC = 0xE2;
    private static final int ADOBE = 0xEE;
    private static final byte[] EXIF_NAME = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ICC_NAME = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ADOBE_NAME = "Adobe".getBytes(StandardCharsets.US_ASCII);

    /** Says that three components are luminance and colour difference, which decoders guess wrongly at times. */
    private static final byte[] JFIF = {
        (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    private final byte[] file;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final TreeMap<Integer, byte[]> profileParts = new TreeMap<>();
    private byte @Nullable [] frame;
    private boolean adobe;
    private Orientation orientation = Orientation.UPRIGHT;
    private int scan;

    private JpegFile(byte[] file) {
        this.file = file;
    }

    static JpegFile parse(byte[] file) throws IOException {
        var jpeg = new JpegFile(file);
        jpeg.readSegments();
        if (jpeg.frame == null || jpeg.frame.length < 6 || jpeg.frame.length < 6 + 3 * jpeg.components()) {
            throw new IOException("The JPEG says nothing of its size");
        }
        return jpeg;
    }

    PixelSize size() {
        return new PixelSize(number(frame(), 3), number(frame(), 1));
    }

    int components() {
        return frame()[5] & 0xFF;
    }

    Orientation orientation() {
        return orientation;
    }

    byte @Nullable [] profile() {
        if (profileParts.isEmpty()) {
            return null;
        }
        var profile = new ByteArrayOutputStream();
        profileParts.values().forEach(profile::writeBytes);
        return profile.toByteArray();
    }

    /** The file without metadata, as far as it can be read. */
    byte[] plain() {
        byte[] header = header();
        return ByteBuffer.allocate(2 + header.length + kept.size() + file.length - scan)
                .put(file, 0, 2)
                .put(header)
                .put(kept.toByteArray())
                .put(file, scan, file.length - scan)
                .array();
    }

    /** The file written anew; empty when that takes more than leaving things out. */
    Optional<byte[]> rewritten() {
        return RewrittenJpeg.of(file, header());
    }

    private byte[] header() {
        return components() == 3 && !adobe && !isNamedRgb() ? JFIF : new byte[0];
    }

    private void readSegments() throws IOException {
        int at = 2;
        while (at + 4 <= file.length) {
            int marker = file[at + 1] & 0xFF;
            if ((file[at] & 0xFF) != 0xFF || marker == 0xFF || marker < 0xC0 || isWithoutLength(marker)) {
                at++;
                continue;
            }
            if (marker == START_OF_SCAN) {
                scan = at;
                return;
            }
            int length = number(file, at + 2);
            int next = at + 2 + length;
            if (length < 2 || next > file.length) {
                break;
            }
            readSegment(marker, Arrays.copyOfRange(file, at + 4, next));
            if (isKept(marker)) {
                kept.write(file, at, 2 + length);
            }
            at = next;
        }
        throw new IOException("The JPEG ends before its picture begins");
    }

    private void readSegment(int marker, byte[] content) {
        if (isFrame(marker) && frame == null) {
            frame = content;
        } else if (marker == EXIF && starts(content, EXIF_NAME)) {
            orientation =
                    Exif.orientation(ByteBuffer.wrap(content, EXIF_NAME.length, content.length - EXIF_NAME.length));
        } else if (marker == ICC && starts(content, ICC_NAME) && content.length > ICC_NAME.length + 2) {
            int part = content[ICC_NAME.length] & 0xFF;
            profileParts.put(part, Arrays.copyOfRange(content, ICC_NAME.length + 2, content.length));
        } else if (marker == ADOBE && starts(content, ADOBE_NAME)) {
            adobe = true;
        }
    }

    private byte[] frame() {
        if (frame == null) {
            throw new IllegalStateException("A JPEG without a frame is refused when it is parsed");
        }
        return frame;
    }

    /** Components named by their colours are colours and nothing else. */
    private boolean isNamedRgb() {
        return frame()[6] == 'R' && frame()[9] == 'G' && frame()[12] == 'B';
    }

    private static boolean isKept(int marker) {
        return marker != COMMENT && (marker < APPLICATION || marker > 0xEF || marker == ADOBE);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean isWithoutLength(int marker) {
        return marker >= 0xD0 && marker <= END_OF_IMAGE;
    }

    private static boolean starts(byte[] content, byte[] name) {
        return content.length >= name.length && Arrays.equals(content, 0, name.length, name, 0, name.length);
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }
}
