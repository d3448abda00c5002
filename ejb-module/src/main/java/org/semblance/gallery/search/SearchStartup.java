package org.semblance.gallery.search;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.search.memory.Following;

/** Begins to follow the changes of embeddings when the application starts. */
@Singleton
@Startup
public class SearchStartup {
    private static final long PATIENCE_MILLIS = 3000;

    private final Following following;
    private final SearchMetrics metrics;

    @Resource
    private ManagedThreadFactory threads;

    private @Nullable Thread follower;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SearchStartup() {
        this(null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the thread factory is injected after construction
    public SearchStartup(Following following, SearchMetrics metrics) {
        this.following = following;
        this.metrics = metrics;
    }

    @PostConstruct
    void start() {
        metrics.register();
        follower = threads.newThread(following);
        follower.setName("embedding-changes");
        follower.start();
    }

    @PreDestroy
    void stop() {
        following.stop();
        var running = follower;
        if (running != null) {
            try {
                running.join(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
