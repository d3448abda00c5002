package org.semblance.lookalike;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How users are compared with users. */
@ApplicationScoped
public class SimilaritySettings {
    private static final int MOST_USERS = 500_000;
    private static final int MOST_THREADS = 256;

    private final int exactUsers;
    private final int threads;

    protected SimilaritySettings() {
        this.exactUsers = 0;
        this.threads = 0;
    }

    @Inject
    public SimilaritySettings(
            @ConfigProperty(name = "semblance.similarity.exact-users", defaultValue = "50000") int exactUsers,
            @ConfigProperty(name = "semblance.similarity.threads") Optional<Integer> threads) {
        this.exactUsers = exactUsers;
        this.threads = threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
        if (exactUsers < 0 || exactUsers > MOST_USERS) {
            throw new IllegalArgumentException("semblance.similarity.exact-users lies between 0 and " + MOST_USERS);
        }
        if (this.threads < 1 || this.threads > MOST_THREADS) {
            throw new IllegalArgumentException("semblance.similarity.threads lies between 1 and " + MOST_THREADS);
        }
    }

    /** Up to so many users everybody is compared with everybody; with more, the vector index is asked. */
    public int exactUsers() {
        return exactUsers;
    }

    /** How many threads compare. */
    public int threads() {
        return threads;
    }
}
