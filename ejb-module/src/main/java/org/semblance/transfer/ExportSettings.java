package org.semblance.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where files go out, and how long they can be fetched. */
@ApplicationScoped
public class ExportSettings {
    private static final Duration LONGEST = Duration.ofDays(30);

    private final Path directory;
    private final Duration keep;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ExportSettings() {
        this.directory = null;
        this.keep = null;
    }

    @Inject
    public ExportSettings(
            @ConfigProperty(name = "semblance.export.directory") String directory,
            @ConfigProperty(name = "semblance.export.keep", defaultValue = "PT24H") Duration keep) {
        this.directory = Path.of(directory).toAbsolutePath().normalize();
        this.keep = keep;
        if (keep.isNegative() || keep.isZero() || keep.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("semblance.export.keep lies between PT1S and P30D");
        }
    }

    public Path directory() {
        return directory;
    }

    /** How long an export lies there after it was made. */
    public Duration keep() {
        return keep;
    }
}
