package org.semblance.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.semblance.audit.RefusalBudget.Skipped;

/** The budget of refusals of this node; see {@link RefusalBudget}. */
@ApplicationScoped
public class Refusals {
    private static final int PER_SOURCE = 30;
    private static final int OVERALL = 600;
    private static final int SOURCES = 50;

    private final RefusalBudget budget = new RefusalBudget(PER_SOURCE, OVERALL, SOURCES);
    private final Clock clock;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected Refusals() {
        this(null);
    }

    @Inject
    public Refusals(Clock clock) {
        this.clock = clock;
    }

    boolean admits(String source) {
        return budget.admits(source, clock.instant());
    }

    List<Skipped> drain() {
        return budget.drain();
    }
}
