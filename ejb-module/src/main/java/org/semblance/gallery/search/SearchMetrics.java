package org.semblance.gallery.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.semblance.gallery.search.SearchPlan.Method;
import org.semblance.gallery.search.memory.Following;
import org.semblance.gallery.search.memory.MemoryTier;

/** What an operator watches of searches: how they are answered, what memory holds, and whether it is true. */
@ApplicationScoped
public class SearchMetrics {
    private static final double NANOS_PER_SECOND = 1e9;

    private final MetricRegistry registry;
    private final MemoryTier memory;
    private final Following following;
    private final Recall recall;
    private final SearchTally tally;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SearchMetrics() {
        this(null, null, null, null, null);
    }

    @Inject
    public SearchMetrics(
            MetricRegistry registry, MemoryTier memory, Following following, Recall recall, SearchTally tally) {
        this.registry = registry;
        this.memory = memory;
        this.following = following;
        this.recall = recall;
        this.tally = tally;
    }

    void register() {
        for (Method method : Method.values()) {
            var tag = new Tag("method", method.code());
            registry.gauge(
                    described("search_answers", "Searches answered since the start, by method"),
                    tally,
                    answers -> answers.searches(method),
                    tag);
        }
        for (Method method : new Method[] {Method.MEMORY, Method.GRAPH}) {
            registry.gauge(
                    described(
                            "search_recall", "Share of sampled faces found as by comparing all, in the worst gallery"),
                    recall,
                    samples -> samples.worst(method),
                    new Tag("method", method.code()));
        }
        ofMemory("search_memory_faces", "Faces kept in memory", MemoryTier::faces);
        ofMemory("search_memory_bytes", "Bytes taken by faces kept in memory", MemoryTier::bytes);
        ofMemory("search_memory_loading", "Galleries on their way into memory", MemoryTier::loading);
        registry.gauge(
                described("search_memory_lag_seconds", "Time since the changes of embeddings were last read"),
                following,
                reader -> reader.lag().toNanos() / NANOS_PER_SECOND);
    }

    private void ofMemory(String name, String description, Function<MemoryTier, Long> value) {
        registry.gauge(described(name, description), memory, value);
    }

    private static Metadata described(String name, String description) {
        return Metadata.builder().withName(name).withDescription(description).build();
    }
}
