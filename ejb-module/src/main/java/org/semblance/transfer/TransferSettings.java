package org.semblance.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where files come in, and how large they may be. */
@ApplicationScoped
public class TransferSettings {
    private final Path imports;
    private final long maxItems;
    private final long maxBytes;
    private final int maxPictureBytes;
    private final long maxUploadBytes;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected TransferSettings() {
        this.imports = null;
        this.maxItems = 0;
        this.maxBytes = 0;
        this.maxPictureBytes = 0;
        this.maxUploadBytes = 0;
    }

    @Inject
    public TransferSettings(
            @ConfigProperty(name = "semblance.import.directory") String imports,
            @ConfigProperty(name = "semblance.import.max-items", defaultValue = "1000000") long maxItems,
            @ConfigProperty(name = "semblance.import.max-bytes", defaultValue = "107374182400") long maxBytes,
            @ConfigProperty(name = "semblance.vision.max-bytes", defaultValue = "26214400") int maxPictureBytes,
            @ConfigProperty(name = "semblance.import.max-upload-bytes", defaultValue = "10737418240")
                    long maxUploadBytes) {
        this.imports = Path.of(imports).toAbsolutePath().normalize();
        this.maxItems = maxItems;
        this.maxBytes = maxBytes;
        this.maxPictureBytes = maxPictureBytes;
        this.maxUploadBytes = maxUploadBytes;
        if (maxItems < 1) {
            throw new IllegalArgumentException("semblance.import.max-items is at least 1");
        }
        if (maxBytes < 1) {
            throw new IllegalArgumentException("semblance.import.max-bytes is at least 1");
        }
        if (maxUploadBytes < 0) {
            throw new IllegalArgumentException("semblance.import.max-upload-bytes is at least 0, which takes none");
        }
    }

    /** The only place that jobs read files from. */
    public Path imports() {
        return imports;
    }

    /** How many entries an archive, or lines a list, may have. */
    public long maxItems() {
        return maxItems;
    }

    /** How many bytes an archive may be when it is unpacked. */
    public long maxBytes() {
        return maxBytes;
    }

    public int maxPictureBytes() {
        return maxPictureBytes;
    }

    /** How large a file may be that people send; 0 takes none. */
    public long maxUploadBytes() {
        return maxUploadBytes;
    }
}
