package org.semblance.gallery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long deleted persons can be brought back. */
@ApplicationScoped
public class GallerySettings {
    private static final Duration LONGEST = Duration.ofDays(3650);

    private final Duration undoPeriod;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected GallerySettings() {
        this.undoPeriod = null;
    }

    @Inject
    public GallerySettings(
            @ConfigProperty(name = "semblance.gallery.undo-period", defaultValue = "P30D") Duration undoPeriod) {
        this.undoPeriod = undoPeriod;
        if (undoPeriod.isNegative() || undoPeriod.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("semblance.gallery.undo-period lies between PT0S and P3650D");
        }
    }

    public Duration undoPeriod() {
        return undoPeriod;
    }
}
