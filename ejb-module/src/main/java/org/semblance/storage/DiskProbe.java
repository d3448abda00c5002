package org.semblance.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.semblance.health.HealthChecks;
import org.semblance.health.HealthProbe;
import org.semblance.health.Remark;

/** Whether the disk that holds the images has room to work. */
@ApplicationScoped
public class DiskProbe implements HealthProbe {
    private static final long MEBIBYTE = 1024L * 1024;

    private final Path directory;
    private final long minFreeMebibytes;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected DiskProbe() {
        this.directory = null;
        this.minFreeMebibytes = 0;
    }

    @Inject
    public DiskProbe(StorageSettings settings) {
        this.directory = settings.imagesDirectory();
        this.minFreeMebibytes = settings.minFreeMebibytes();
    }

    @Override
    public String name() {
        return HealthChecks.DISK;
    }

    @Override
    public Finding look() {
        try {
            Files.createDirectories(directory);
            long free = Files.getFileStore(directory).getUsableSpace() / MEBIBYTE;
            return free >= minFreeMebibytes
                    ? Finding.up(Remark.of("free", "%d MiB are free where the images lie", free))
                    : Finding.down(Remark.of(
                            "short",
                            "%d MiB are free where the images lie, fewer than %d MiB; make room",
                            free,
                            minFreeMebibytes));
        } catch (IOException e) {
            return Finding.down(Remark.of("unknown", "The free space in %s cannot be read", directory.toString()));
        }
    }
}
