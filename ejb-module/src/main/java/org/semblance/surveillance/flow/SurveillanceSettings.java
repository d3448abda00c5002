package org.semblance.surveillance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What frames of cameras may take, and how far agents' clocks are trusted. */
@ApplicationScoped
public class SurveillanceSettings {
    private static final long MEBIBYTE = 1024L * 1024;
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Servers may share a data directory, but not a spool. */
    private static final String NODE = System.getProperty("jboss.node.name", "semblance");

    private final int framesPerCamera;
    private final Duration clockTolerance;
    private final Path spoolDirectory;
    private final long spoolBytes;
    private final int mostPersons;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SurveillanceSettings() {
        this.framesPerCamera = 0;
        this.clockTolerance = null;
        this.spoolDirectory = null;
        this.spoolBytes = 0;
        this.mostPersons = 0;
    }

    @Inject
    public SurveillanceSettings(
            @ConfigProperty(name = "semblance.data.directory") String dataDirectory,
            @ConfigProperty(name = "semblance.surveillance.frames-per-camera", defaultValue = "8") int framesPerCamera,
            @ConfigProperty(name = "semblance.surveillance.clock-tolerance", defaultValue = "PT1M")
                    Duration clockTolerance,
            @ConfigProperty(name = "semblance.surveillance.spool-directory") Optional<String> spoolDirectory,
            @ConfigProperty(name = "semblance.surveillance.spool-mebibytes", defaultValue = "512") long spoolMebibytes,
            @ConfigProperty(name = "semblance.surveillance.remembered-persons", defaultValue = "200000")
                    int mostPersons) {
        if (framesPerCamera < 1 || framesPerCamera > 1000) {
            throw new IllegalArgumentException("semblance.surveillance.frames-per-camera lies between 1 and 1000");
        }
        if (clockTolerance.isNegative() || clockTolerance.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("semblance.surveillance.clock-tolerance lies between PT0S and P1D");
        }
        if (spoolMebibytes < 1) {
            throw new IllegalArgumentException("semblance.surveillance.spool-mebibytes is 1 or more");
        }
        if (mostPersons < 0) {
            throw new IllegalArgumentException("semblance.surveillance.remembered-persons is 0 or more");
        }
        this.framesPerCamera = framesPerCamera;
        this.clockTolerance = clockTolerance;
        this.spoolDirectory =
                Path.of(spoolDirectory.orElse(dataDirectory + "/spool"), NODE).toAbsolutePath();
        this.spoolBytes = spoolMebibytes * MEBIBYTE;
        this.mostPersons = mostPersons;
    }

    /** Frames of one camera that may be under way at once; more are refused until some are answered. */
    public int framesPerCamera() {
        return framesPerCamera;
    }

    /** A time that differs more from ours is not believed. */
    public Duration clockTolerance() {
        return clockTolerance;
    }

    /** Where sightings wait while the database is away; one server's own. */
    public Path spoolDirectory() {
        return spoolDirectory;
    }

    public long spoolBytes() {
        return spoolBytes;
    }

    /** Persons whose facts are kept for when the database is away. */
    public int mostPersons() {
        return mostPersons;
    }
}
