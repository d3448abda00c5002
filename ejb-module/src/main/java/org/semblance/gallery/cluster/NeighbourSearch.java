package org.semblance.gallery.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.gallery.search.Filter;
import org.semblance.gallery.search.NearFace;
import org.semblance.gallery.search.NearestQuery;

/** Finds the unknown faces that an unknown face is similar to. */
@ApplicationScoped
public class NeighbourSearch {
    /** The face itself is among its neighbours. */
    private static final int ASKED = FaceNeighbours.MOST + 1;

    /** How often those who stand in the way are put aside: each time all persons found so far. */
    private static final int MOST_TRIES = 8;

    private final EmbeddingStore embeddings;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected NeighbourSearch() {
        this(null);
    }

    @Inject
    public NeighbourSearch(EmbeddingStore embeddings) {
        this.embeddings = embeddings;
    }

    /** The most similar ones first; nothing when the run's model has not embedded the face. */
    public Optional<List<NearFace>> find(ClusterRun run, FaceId face) {
        return embeddings.find(face, run.rules().model()).map(probe -> {
            Set<PersonId> inTheWay = new HashSet<>();
            double least = run.rules().similarity();
            var query = NearestQuery.of(run.galleryId(), probe, ASKED);
            for (int tries = 1; ; tries++) {
                List<NearFace> found = embeddings.nearestFaces(query).found();
                List<NearFace> unknown = found.stream()
                        .filter(near -> near.person() == null && near.similarity() >= least)
                        .filter(near -> !near.face().equals(face))
                        .limit(FaceNeighbours.MOST)
                        .toList();
                boolean isAll = found.size() < ASKED || found.get(ASKED - 1).similarity() < least;
                boolean isNew = found.stream()
                        .map(NearFace::person)
                        .filter(Objects::nonNull)
                        .map(inTheWay::add)
                        .reduce(false, Boolean::logicalOr);
                if (isAll || !isNew || tries == MOST_TRIES) {
                    return unknown;
                }
                query = new NearestQuery(run.galleryId(), probe, ASKED, Filter.NONE.without(inTheWay), false);
            }
        });
    }
}
