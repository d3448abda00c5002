package org.semblance.vision.photo;

import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/**
 * Hears the warnings of a JPEG reader, which rather fills half a picture with grey than fail. Stray bytes between
 * segments and a missing end mark are common and cost no pixel; all else does.
 */
final class DamageListener implements IIOReadWarningListener {
    private @Nullable String damage;
    private boolean strays;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        if (warning.contains("extraneous")) {
            strays = true;
        } else if (warning.startsWith("Corrupt JPEG data")) {
            damage = warning;
        }
    }

    /** Whether there were bytes that belong to nothing. */
    boolean heardOfStrays() {
        return strays;
    }

    void check() throws IOException {
        if (damage != null) {
            throw new IOException(damage);
        }
    }
}
