package org.semblance.vision.photo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.semblance.vision.MediaType;

/** What the chunks of a photo other than a JPEG say of its pixels. */
final class PhotoMetadata {
    private static final int MOST_PROFILE_BYTES = 4 * 1024 * 1024;
    private static final PhotoMetadata NONE = new PhotoMetadata(Orientation.UPRIGHT, null);

    private final Orientation orientation;
    private final byte @Nullable [] profile;

    private PhotoMetadata(Orientation orientation, byte @Nullable [] profile) {
        this.orientation = orientation;
        this.profile = profile;
    }

    static PhotoMetadata of(MediaType type, byte[] bytes) {
        return switch (type) {
            case PNG -> ofPng(ByteBuffer.wrap(bytes));
            case WEBP -> new PhotoMetadata(WebpFile.parse(bytes).orientation(), null);
            case TIFF -> new PhotoMetadata(Exif.orientation(ByteBuffer.wrap(bytes)), null);
            case JPEG, BMP, GIF -> NONE;
        };
    }

    Orientation orientation() {
        return orientation;
    }

    /** The ICC profile, where the decoder does not attach it to the picture itself. */
    byte @Nullable [] profile() {
        return profile;
    }

    private static PhotoMetadata ofPng(ByteBuffer bytes) {
        var orientation = Orientation.UPRIGHT;
        byte[] profile = null;
        int at = 8;
        while (at <= bytes.limit() - 12) {
            int length = bytes.getInt(at);
            String name = name(bytes, at + 4);
            if (length < 0 || length > bytes.limit() - at - 12) {
                break;
            }
            if ("eXIf".equals(name)) {
                orientation = Exif.orientation(bytes.slice(at + 8, length));
            } else if ("iCCP".equals(name)) {
                byte[] content = new byte[length];
                bytes.get(at + 8, content);
                profile = inflateProfile(content);
            }
            at += 12 + length;
        }
        return new PhotoMetadata(orientation, profile);
    }

    /** The content of an iCCP chunk: a name, a zero, the method zero, and compressed bytes of any length. */
    private static byte @Nullable [] inflateProfile(byte[] content) {
        int start = 0;
        while (start < content.length && content[start] != 0) {
            start++;
        }
        if (start + 2 >= content.length) {
            return null;
        }
        var inflater = new Inflater();
        try {
            inflater.setInput(content, start + 2, content.length - start - 2);
            byte[] profile = new byte[MOST_PROFILE_BYTES];
            int length = inflater.inflate(profile);
            return inflater.finished() ? Arrays.copyOf(profile, length) : null;
        } catch (DataFormatException e) {
            return null; // a broken profile is as good as none
        } finally {
            inflater.end();
        }
    }

    private static String name(ByteBuffer bytes, int at) {
        byte[] name = new byte[4];
        bytes.get(at, name);
        return new String(name, StandardCharsets.US_ASCII);
    }
}
