package org.semblance.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where images lie and how long an address of one is valid. */
@ApplicationScoped
public class StorageSettings {
    private final Path imagesDirectory;
    private final Path urlKeyFile;
    private final Duration urlLifetime;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected StorageSettings() {
        this.imagesDirectory = null;
        this.urlKeyFile = null;
        this.urlLifetime = null;
    }

    @Inject
    public StorageSettings(
            @ConfigProperty(name = "semblance.images.directory") String imagesDirectory,
            @ConfigProperty(name = "semblance.security.url-key-file") String urlKeyFile,
            @ConfigProperty(name = "semblance.images.url-lifetime", defaultValue = "PT10M") Duration urlLifetime) {
        this.imagesDirectory = Path.of(imagesDirectory).toAbsolutePath().normalize();
        this.urlKeyFile = Path.of(urlKeyFile);
        this.urlLifetime = urlLifetime;
        if (urlLifetime.isNegative() || urlLifetime.isZero() || urlLifetime.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("semblance.images.url-lifetime lies between PT1S and P1D");
        }
    }

    public Path imagesDirectory() {
        return imagesDirectory;
    }

    public Path urlKeyFile() {
        return urlKeyFile;
    }

    public Duration urlLifetime() {
        return urlLifetime;
    }
}
