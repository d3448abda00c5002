package org.semblance.audit.chain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the keys of the audit trail lie, and where a node remembers how far its chains have come. */
@ApplicationScoped
public class AuditSettings {
    private final Path keyFile;
    private final Path anchorFile;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected AuditSettings() {
        this.keyFile = null;
        this.anchorFile = null;
    }

    @Inject
    public AuditSettings(
            @ConfigProperty(name = "semblance.audit.key-file") String keyFile,
            @ConfigProperty(name = "semblance.audit.anchor-file") String anchorFile) {
        this.keyFile = Path.of(keyFile).toAbsolutePath();
        this.anchorFile = Path.of(anchorFile).toAbsolutePath();
    }

    public Path keyFile() {
        return keyFile;
    }

    public Path anchorFile() {
        return anchorFile;
    }
}
