package org.semblance.gallery.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.gallery.search.Filter;
import org.semblance.gallery.search.NearestQuery;
import org.semblance.gallery.search.Neighbour;
import org.semblance.vision.Embedding;

/**
 * Says whose faces a cluster seems to be. The centre of its faces is compared with the persons of the gallery: if one of
 * them is similar enough and clearly ahead of the next, it is theirs, without the faces of which people said that they
 * are not; otherwise it is somebody new.
 */
@ApplicationScoped
public class ClusterJudge {
    private static final int DECIDING = 2;

    /** The centre of so many is the centre of all, near enough. */
    private static final int MOST_FOR_CENTRE = 256;

    private final EmbeddingStore embeddings;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ClusterJudge() {
        this(null);
    }

    @Inject
    public ClusterJudge(EmbeddingStore embeddings) {
        this.embeddings = embeddings;
    }

    /** Nothing when no face has an embedding any more. */
    Optional<Cluster> judge(ClusterRun run, KnownProposals known, long... ids) {
        List<FaceId> faces = Arrays.stream(ids).mapToObj(FaceId::new).toList();
        Map<FaceId, Embedding> sample = sample(run, faces);
        if (sample.isEmpty()) {
            return Optional.empty();
        }
        Embedding centre = centre(sample.values());
        @Nullable Neighbour person = person(run, known, faces, centre);
        List<Cluster.Member> members = faces.stream()
                .filter(face -> person == null || !known.rejectedBy(face).contains(person.person()))
                .flatMap(face -> Optional.ofNullable(sample.get(face))
                        .or(() -> embeddings.find(face, run.rules().model()))
                        .map(embedding -> new Cluster.Member(face, embedding.similarity(centre)))
                        .stream())
                .toList();
        double agreement = members.stream()
                .mapToDouble(Cluster.Member::similarity)
                .average()
                .orElse(0);
        double confidence = person == null ? agreement : Math.min(agreement, person.similarity());
        return Optional.of(
                new Cluster(person == null ? null : person.person(), Math.max(0, Math.min(1, confidence)), members));
    }

    private @Nullable Neighbour person(ClusterRun run, KnownProposals known, List<FaceId> faces, Embedding centre) {
        var filter = Filter.NONE.without(known.rejectedByAll(faces));
        List<Neighbour> nearest = embeddings
                .nearestPersons(new NearestQuery(run.galleryId(), centre, DECIDING, filter, false))
                .found();
        if (nearest.isEmpty() || nearest.get(0).similarity() < run.rules().similarity()) {
            return null;
        }
        boolean isClear = nearest.size() < DECIDING
                || nearest.get(0).similarity() - nearest.get(1).similarity()
                        >= run.rules().margin();
        return isClear ? nearest.get(0) : null;
    }

    /** Embeddings of some faces, spread evenly; of all when they are few. */
    private Map<FaceId, Embedding> sample(ClusterRun run, List<FaceId> faces) {
        int step = (faces.size() + MOST_FOR_CENTRE - 1) / MOST_FOR_CENTRE;
        Map<FaceId, Embedding> sample = new HashMap<>();
        for (int i = 0; i < faces.size(); i += step) {
            FaceId face = faces.get(i);
            embeddings.find(face, run.rules().model()).ifPresent(embedding -> sample.put(face, embedding));
        }
        return sample;
    }

    private static Embedding centre(java.util.Collection<Embedding> embeddings) {
        Embedding first = embeddings.iterator().next();
        float[] sum = new float[first.dimension()];
        for (Embedding embedding : embeddings) {
            float[] values = embedding.values();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += values[i];
            }
        }
        return Embedding.of(first.model(), sum);
    }
}
