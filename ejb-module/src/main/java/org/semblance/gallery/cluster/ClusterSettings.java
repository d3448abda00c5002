package org.semblance.gallery.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much clustering a request does itself before it leaves the rest to a job. */
@ApplicationScoped
public class ClusterSettings {
    private static final int MOST_FACES = 100_000;

    private final int maxSynchronousFaces;
    private final Duration patience;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ClusterSettings() {
        this.maxSynchronousFaces = 0;
        this.patience = null;
    }

    @Inject
    public ClusterSettings(
            @ConfigProperty(name = "semblance.cluster.max-synchronous-faces", defaultValue = "5000")
                    int maxSynchronousFaces,
            @ConfigProperty(name = "semblance.cluster.patience", defaultValue = "PT20S") Duration patience) {
        this.maxSynchronousFaces = maxSynchronousFaces;
        this.patience = patience;
        if (maxSynchronousFaces < 0 || maxSynchronousFaces > MOST_FACES) {
            throw new IllegalArgumentException(
                    "semblance.cluster.max-synchronous-faces lies between 0 and " + MOST_FACES);
        }
        if (patience.isNegative() || patience.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new IllegalArgumentException("semblance.cluster.patience lies between PT0S and PT5M");
        }
    }

    /** With more unknown faces than this a job does the work. */
    public int maxSynchronousFaces() {
        return maxSynchronousFaces;
    }

    /** After this time a job goes on with what the request has begun. */
    public Duration patience() {
        return patience;
    }
}
