package org.semblance.vision.install;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** From where packs may be fetched, and how large they may be. */
@Dependent
public class InstallSettings {
    /** Where the packs of the catalogue lie, and where those hosts redirect to. */
    public static final String HOSTS = "github.com,*.githubusercontent.com,huggingface.co,*.huggingface.co,*.hf.co";

    public static final long MAX_BYTES = 1L << 30;

    private final List<String> hosts;
    private final long maxBytes;

    @Inject
    public InstallSettings(
            @ConfigProperty(name = "semblance.models.download-hosts", defaultValue = HOSTS) List<String> hosts,
            @ConfigProperty(name = "semblance.models.max-bytes", defaultValue = "1073741824") long maxBytes) {
        this.hosts = List.copyOf(hosts);
        this.maxBytes = maxBytes;
        if (maxBytes < 1) {
            throw new IllegalArgumentException("semblance.models.max-bytes is " + maxBytes + ", but must be positive");
        }
    }

    /** Hosts that packs are fetched from; {@code *.name} means every host below it. */
    public List<String> hosts() {
        return hosts;
    }

    /** Bytes that a downloaded file, or one file of a pack, may have. */
    public long maxBytes() {
        return maxBytes;
    }
}
