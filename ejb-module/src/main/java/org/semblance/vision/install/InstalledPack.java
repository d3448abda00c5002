package org.semblance.vision.install;

import org.jspecify.annotations.Nullable;
import org.semblance.vision.pack.ModelPack;

/**
 * A pack that is installed, sound or not.
 *
 * @param pack what its manifest says; null when that is invalid
 * @param problem what is wrong with it; null when nothing is
 * @param receipt how it came here; null for one that was put here by hand
 * @param bytes of its files
 */
public record InstalledPack(
        String name,
        @Nullable ModelPack pack,
        @Nullable String problem,
        @Nullable Receipt receipt,
        long bytes) {

    /** Whether nobody has accepted a licence that has to be accepted. */
    public boolean awaitsAcceptance() {
        return pack != null && pack.licence().restricted() && (receipt == null || receipt.licenceAcceptedBy() == null);
    }
}
