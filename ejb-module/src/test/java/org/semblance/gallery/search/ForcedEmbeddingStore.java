package org.semblance.gallery.search;

import java.util.Optional;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.search.SearchPlan.Method;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;

/** The database asked in one way, whatever the planner would choose; filters are left to the planner. */
record ForcedEmbeddingStore(PgvectorEmbeddingStore truth, GalleryCounts counts, Method method)
        implements EmbeddingStore {
    @Override
    public void add(FaceId face, Embedding embedding) {
        truth.add(face, embedding);
    }

    @Override
    public Optional<Embedding> find(FaceId face, ModelId model) {
        return truth.find(face, model);
    }

    @Override
    public Optional<NearFace> nearestOf(PersonId person, Embedding probe) {
        return truth.nearestOf(person, probe);
    }

    @Override
    public Nearest<Neighbour> nearestPersons(NearestQuery query) {
        return isForced(query)
                ? truth.nearestPersons(query, counts.count(query.scope()), plan(query))
                : truth.nearestPersons(query);
    }

    @Override
    public Nearest<NearFace> nearestFaces(NearestQuery query) {
        return isForced(query)
                ? truth.nearestFaces(query, counts.count(query.scope()), plan(query))
                : truth.nearestFaces(query);
    }

    private boolean isForced(NearestQuery query) {
        return query.filter().isNone() && counts.count(query.scope()).modelId() > 0;
    }

    private SearchPlan plan(NearestQuery query) {
        return new SearchPlan(method, "forced", SearchPlanner.candidates(1000, query.limit()));
    }
}
