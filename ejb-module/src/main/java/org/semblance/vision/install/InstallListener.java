package org.semblance.vision.install;

/** Watches an installation. */
@FunctionalInterface
public interface InstallListener {
    InstallListener NOBODY = (done, total) -> {};

    /** So many bytes have been fetched of about so many. */
    void fetched(long done, long total);
}
