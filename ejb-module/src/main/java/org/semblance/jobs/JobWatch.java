package org.semblance.jobs;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Permissions;
import org.semblance.platform.Repeating;
import org.semblance.platform.live.NotificationThread;
import org.semblance.platform.live.Notifications;

/** Tells whoever watches how runs go, whichever node does them; some times a second at most. */
@Singleton
@Startup
@LocalBean
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobWatch {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final int LATEST = 50;

    private final JobRuns runs;
    private final Notifications notifications;
    private final NotificationThread thread;
    private final Set<Long> changed = ConcurrentHashMap.newKeySet();
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private volatile boolean hasMissed;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private Repeating looking;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected JobWatch() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the scheduler is injected after construction
    public JobWatch(JobRuns runs, Notifications notifications, NotificationThread thread) {
        this.runs = runs;
        this.notifications = notifications;
        this.thread = thread;
    }

    @PostConstruct
    void start() {
        notifications.listen("job_run", this::heard);
        thread.begin();
        looking = new Repeating("runs of jobs are watched", scheduler, BETWEEN_LOOKS, this::look);
        looking.start();
    }

    @PreDestroy
    void stop() {
        looking.stop();
    }

    /**
     * Has somebody told how a run goes, or all of them when none is named, until the watching is closed.
     *
     * @param listener is quick and throws nothing
     */
    @RolesAllowed(Permissions.JOB_READ)
    public Watching watch(@Nullable JobRunId run, Consumer<JobStatus> listener) {
        var watcher = new Watcher(run, listener);
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    private void heard(String news) {
        if (news.equals(Notifications.MISSED)) {
            hasMissed = true;
        } else if (!watchers.isEmpty()) {
            changed.add(Long.parseLong(news));
        }
    }

    private void look() {
        if (watchers.isEmpty()) {
            changed.clear();
            return;
        }
        if (hasMissed) {
            hasMissed = false;
            runs.list(JobQuery.latest(LATEST)).items().forEach(this::tell);
        }
        for (long run : new HashSet<>(changed)) {
            changed.remove(run);
            runs.find(new JobRunId(run)).ifPresent(this::tell);
        }
    }

    private void tell(JobStatus run) {
        for (Watcher watcher : watchers) {
            if (watcher.run() == null || watcher.run().equals(run.id())) {
                watcher.listener().accept(run);
            }
        }
    }

    /** That somebody is told; closed when they no longer want to be. */
    @FunctionalInterface
    public interface Watching extends AutoCloseable {
        @Override
        void close();
    }

    private record Watcher(@Nullable JobRunId run, Consumer<JobStatus> listener) {}
}
