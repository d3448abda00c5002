package org.semblance.vision;

import java.util.Arrays;
import java.util.Optional;

/** The picture types that are read, told apart by their first bytes and never by a name. */
public enum MediaType {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    BMP("image/bmp", "bmp"),
    GIF("image/gif", "gif"),
    TIFF("image/tiff", "tiff");

    private final String value;
    private final String extension;

    MediaType(String value, String extension) {
        this.value = value;
        this.extension = extension;
    }

    public String value() {
        return value;
    }

    public String extension() {
        return extension;
    }

    static Optional<MediaType> of(byte[] bytes) {
        return Arrays.stream(values()).filter(type -> type.matches(bytes)).findFirst();
    }

    private boolean matches(byte[] bytes) {
        return switch (this) {
            case JPEG -> starts(bytes, 0, 0xFF, 0xD8, 0xFF);
            case PNG -> starts(bytes, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);
            case WEBP -> starts(bytes, 0, 'R', 'I', 'F', 'F') && starts(bytes, 8, 'W', 'E', 'B', 'P');
            case BMP -> starts(bytes, 0, 'B', 'M');
            case GIF -> starts(bytes, 0, 'G', 'I', 'F', '8');
            case TIFF -> starts(bytes, 0, 'I', 'I', 42, 0) || starts(bytes, 0, 'M', 'M', 0, 42);
        };
    }

    private static boolean starts(byte[] bytes, int offset, int... expected) {
        if (bytes.length < offset + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[offset + i] & 0xFF) != (expected[i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }
}
