package org.semblance.vision.photo;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** ICC profiles for tests. */
final class Profiles {
    private Profiles() {}

    static byte[] usual() {
        return ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    }

    /** The usual profile, but what it calls red is blue and the other way round. */
    static byte[] swappingRedAndBlue() {
        byte[] profile = usual();
        var bytes = ByteBuffer.wrap(profile);
        int tags = bytes.getInt(128);
        for (int i = 0; i < tags; i++) {
            int at = 132 + 12 * i;
            String name = new String(profile, at, 4, StandardCharsets.US_ASCII);
            if ("rXYZ".equals(name)) {
                profile[at] = 'b';
            }
            if ("bXYZ".equals(name)) {
                profile[at] = 'r';
            }
        }
        return profile;
    }
}
