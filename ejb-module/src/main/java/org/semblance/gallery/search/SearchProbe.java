package org.semblance.gallery.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.semblance.gallery.search.SearchPlan.Method;
import org.semblance.gallery.search.memory.Following;
import org.semblance.gallery.search.memory.MemoryTier;
import org.semblance.health.HealthChecks;
import org.semblance.health.HealthProbe;
import org.semblance.health.Remark;

/** How searches do. Never down: without memory the database answers, and without the database memory does. */
@ApplicationScoped
public class SearchProbe implements HealthProbe {
    private static final Duration LATE = Duration.ofSeconds(5);
    private static final double NANOS_PER_SECOND = 1e9;

    private final MemoryTier memory;
    private final Following following;
    private final Recall recall;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SearchProbe() {
        this(null, null, null);
    }

    @Inject
    public SearchProbe(MemoryTier memory, Following following, Recall recall) {
        this.memory = memory;
        this.following = following;
        this.recall = recall;
    }

    @Override
    public String name() {
        return HealthChecks.SEARCH;
    }

    @Override
    public Finding look() {
        boolean isLate = following.lag().compareTo(LATE) > 0;
        double worst = recall.worst(Method.MEMORY);
        int broken = recall.brokenGraphs();
        boolean isDegraded = isLate || worst < Recall.GOOD || broken > 0;
        var searches = Remark.of(
                "searches",
                (isDegraded ? "Degraded" : "Well")
                        + ": %d faces in memory, %d galleries loading, changes read %.1f s ago, recall of samples %.3f",
                memory.faces(),
                memory.loading(),
                following.lag().toNanos() / NANOS_PER_SECOND,
                worst);
        if (broken > 0) {
            return Finding.degraded(
                    searches,
                    Remark.of(
                            "broken",
                            "%d graph indexes cannot be read and wait for the job index-maintenance",
                            broken));
        }
        return isDegraded ? Finding.degraded(searches) : Finding.up(searches);
    }
}
