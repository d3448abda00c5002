package org.semblance.surveillance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.semblance.gallery.search.TieredEmbeddingStore;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.Cameras;
import org.semblance.vision.EmbedderInfo;
import org.semblance.vision.FaceAnalysis;

/** Keeps the faces in memory that cameras must recognise while the database is away. */
@ApplicationScoped
public class Readiness {
    private final Cameras cameras;
    private final TieredEmbeddingStore embeddings;
    private final FaceAnalysis analysis;
    private volatile Galleries galleries = new Galleries(0, 0);

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected Readiness() {
        this(null, null, null);
    }

    @Inject
    public Readiness(Cameras cameras, TieredEmbeddingStore embeddings, FaceAnalysis analysis) {
        this.cameras = cameras;
        this.embeddings = embeddings;
        this.analysis = analysis;
    }

    /**
     * The galleries that enabled cameras look into.
     *
     * @param inMemory how many of them can be searched without the database
     */
    public record Galleries(int watched, int inMemory) {}

    void prepare() {
        List<Long> watched = cameras.all().stream()
                .filter(Camera::isEnabled)
                .map(Camera::galleryId)
                .distinct()
                .toList();
        if (watched.isEmpty()) {
            galleries = new Galleries(0, 0);
            return;
        }
        EmbedderInfo embedder = analysis.embedder();
        Map<Boolean, Long> ready = watched.stream()
                .collect(Collectors.partitioningBy(
                        gallery -> embeddings.keepInMemory(gallery, embedder), Collectors.counting()));
        galleries = new Galleries(watched.size(), ready.getOrDefault(true, 0L).intValue());
    }

    public Galleries galleries() {
        return galleries;
    }
}
