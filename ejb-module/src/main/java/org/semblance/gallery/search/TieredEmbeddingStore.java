package org.semblance.gallery.search;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.search.SearchPlan.Method;
import org.semblance.gallery.search.memory.Extent;
import org.semblance.gallery.search.memory.Following;
import org.semblance.gallery.search.memory.MemoryTier;
import org.semblance.gallery.search.memory.Scope;
import org.semblance.gallery.search.memory.Segment;
import org.semblance.gallery.search.memory.Standing;
import org.semblance.vision.EmbedderInfo;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;

/**
 * Answers from memory what memory holds, and from the database everything else. What is in memory is searched while the
 * database is away, too, unless a filter asks for more than persons.
 */
@ApplicationScoped
public class TieredEmbeddingStore implements EmbeddingStore {
    private static final Logger LOG = Logger.getLogger(TieredEmbeddingStore.class);

    /** So long a search waits for a face that this node has just added. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final PgvectorEmbeddingStore truth;
    private final MemoryTier memory;
    private final Following following;
    private final GalleryCounts counts;
    private final Recall recall;
    private final SearchTally tally;
    private final Map<Long, Long> addedAt = new ConcurrentHashMap<>();

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private @Nullable TransactionSynchronizationRegistry transactions;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected TieredEmbeddingStore() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public TieredEmbeddingStore(
            PgvectorEmbeddingStore truth,
            MemoryTier memory,
            Following following,
            GalleryCounts counts,
            Recall recall,
            SearchTally tally) {
        this.truth = truth;
        this.memory = memory;
        this.following = following;
        this.counts = counts;
        this.recall = recall;
        this.tally = tally;
    }

    @Override
    public void add(FaceId face, Embedding embedding) {
        add(Map.of(face, embedding));
    }

    @Override
    public void add(Map<FaceId, Embedding> all) {
        Set<Long> galleries = truth.insert(all);
        afterCommit(() -> galleries.forEach(gallery -> addedAt.put(gallery, System.nanoTime())));
    }

    @Override
    public Optional<Embedding> find(FaceId face, ModelId model) {
        return truth.find(face, model);
    }

    @Override
    public Optional<NearFace> nearestOf(PersonId person, Embedding probe) {
        return truth.nearestOf(person, probe);
    }

    /**
     * Has a gallery in memory and keeps it there as long as this is asked now and then. Says whether it can be searched
     * without the database.
     */
    public boolean keepInMemory(long gallery, EmbedderInfo embedder) {
        Scope scope = new Scope(gallery, embedder.model());
        if (memory.find(scope).isEmpty()) {
            memory.want(new Extent(scope, counts.facts(scope).faces(), embedder.dimension()));
        }
        return memory.find(scope).map(Segment::hasVectors).orElse(false);
    }

    @Override
    public Nearest<Neighbour> nearestPersons(NearestQuery query) {
        return tally.counted(inMemory(query, MemorySearch::persons).orElseGet(() -> {
            GalleryFacts facts = counts.facts(query.scope());
            return unbroken(query, facts, plan -> truth.nearestPersons(query, facts, plan));
        }));
    }

    @Override
    public Nearest<NearFace> nearestFaces(NearestQuery query) {
        return tally.counted(inMemory(query, MemorySearch::faces).orElseGet(() -> {
            GalleryFacts facts = counts.facts(query.scope());
            return unbroken(query, facts, plan -> truth.nearestFaces(query, facts, plan));
        }));
    }

    private <T> Optional<Nearest<T>> inMemory(NearestQuery query, Function<MemorySearch, Optional<Nearest<T>>> search) {
        if (query.exact()) {
            return Optional.empty();
        }
        return segment(query).flatMap(found -> search.apply(new MemorySearch(query, found, truth, counts)));
    }

    /** The gallery, if it is in memory and knows what this node has added. */
    private Optional<Segment> segment(NearestQuery query) {
        Scope scope = query.scope();
        Optional<Segment> found = memory.find(scope);
        if (found.isEmpty()) {
            int faces = counts.facts(scope).faces();
            memory.want(new Extent(scope, faces, query.probe().dimension()));
            found = memory.find(scope);
        }
        Long added = addedAt.get(query.galleryId());
        if (added == null || found.isEmpty()) {
            return found;
        }
        if (following.await(added, PATIENCE)) {
            addedAt.remove(query.galleryId(), added);
            return found;
        }
        return Optional.empty();
    }

    /** By comparing everything when the graph that was to be used turns out to be broken. */
    private <T> Nearest<T> unbroken(NearestQuery query, GalleryFacts facts, Function<SearchPlan, Nearest<T>> search) {
        SearchPlan plan = plan(query, facts);
        try {
            return search.apply(plan);
        } catch (BrokenGraphException e) {
            recall.breakDown(query.scope());
            LOG.warnf(e, "Searches of gallery %d compare everything until its graph is built anew", query.galleryId());
            return search.apply(plan.instead(Method.EXACT, "the graph index is broken"));
        }
    }

    private SearchPlan plan(NearestQuery query, GalleryFacts facts) {
        Scope scope = query.scope();
        Standing standing =
                memory.want(new Extent(scope, facts.faces(), query.probe().dimension()));
        return SearchPlanner.plan(query, facts, standing, recall.isGood(scope, Method.GRAPH));
    }

    private void afterCommit(Runnable what) {
        var registry = transactions;
        if (registry == null || registry.getTransactionKey() == null) {
            what.run();
            return;
        }
        registry.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing to do before.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    what.run();
                }
            }
        });
    }
}
