package org.semblance.models.console;

import java.io.PrintStream;
import org.semblance.vision.install.InstallListener;

/** Tells every tenth of what is fetched. */
final class FetchProgress implements InstallListener {
    private static final int STEPS = 10;
    private static final long MEGABYTE = 1_000_000;

    private final PrintStream out;
    private long told;

    FetchProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void fetched(long done, long total) {
        long step = total <= 0 ? 0 : done * STEPS / total;
        if (step > told) {
            told = step;
            out.println("  " + done / MEGABYTE + " of " + total / MEGABYTE + " MB");
        }
    }
}
