package org.semblance.gallery.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How large galleries are laid out in the database. */
@ApplicationScoped
public class SearchSettings {
    private static final int SMALLEST = 1000;

    private final int partitionFaces;
    private final int graphFaces;

    protected SearchSettings() {
        this.partitionFaces = 0;
        this.graphFaces = 0;
    }

    @Inject
    public SearchSettings(
            @ConfigProperty(name = "semblance.search.partition-faces", defaultValue = "50000") int partitionFaces,
            @ConfigProperty(name = "semblance.search.graph-faces", defaultValue = "0") int graphFaces) {
        this.partitionFaces = partitionFaces;
        this.graphFaces = graphFaces;
        if (partitionFaces < SMALLEST) {
            throw new IllegalArgumentException("semblance.search.partition-faces is at least " + SMALLEST);
        }
        if (graphFaces != 0 && graphFaces < partitionFaces) {
            throw new IllegalArgumentException(
                    "semblance.search.graph-faces is 0, which builds none, or at least semblance.search.partition-faces");
        }
    }

    /** From so many embeddings on a gallery gets a partition for itself. */
    public int partitionFaces() {
        return partitionFaces;
    }

    /** From so many embeddings of a model on a gallery gets a graph index; 0 builds none. */
    public int graphFaces() {
        return graphFaces;
    }
}
