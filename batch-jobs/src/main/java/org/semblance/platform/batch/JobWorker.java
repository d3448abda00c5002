package org.semblance.platform.batch;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.semblance.jobs.JobQueue;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.JobSettings;
import org.semblance.jobs.TakenRun;
import org.semblance.platform.Repeating;

/**
 * Does the runs that wait, as many at a time as this node may, says that the node lives, and takes over what dead nodes
 * have left.
 */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobWorker {
    private static final Logger LOG = Logger.getLogger(JobWorker.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private final JobQueue queue;
    private final JobSettings settings;
    private final UUID node = UUID.randomUUID();
    private final String name = System.getProperty("jboss.node.name", "semblance");
    private final List<RunningHere> running = new ArrayList<>();
    private long nextBeat = System.nanoTime();

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    private Repeating looking;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected JobWorker() {
        this(null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the scheduler is injected after construction
    public JobWorker(JobQueue queue, JobSettings settings) {
        this.queue = queue;
        this.settings = settings;
    }

    @PostConstruct
    void start() {
        looking = new Repeating("the queue of jobs is looked at", scheduler, BETWEEN_LOOKS, this::look);
        looking.start();
    }

    /** What is under way here stops by itself; another node, or this one when it is back, goes on with it. */
    @PreDestroy
    void stop() {
        looking.stop();
        try {
            // Not by way of the container, which has stopped the queue's bean by now.
            new JobQueue(database).forget(node);
        } catch (IllegalStateException e) {
            LOG.infof("The other nodes find out by themselves that this one goes away: %s", e.getMessage());
        }
    }

    private void look() {
        if (System.nanoTime() - nextBeat >= 0) {
            queue.seen(node, name);
            queue.releaseOrphans(settings.silence());
            nextBeat = System.nanoTime() + settings.heartbeat().toNanos();
        }
        running.removeIf(run -> run.hasEnded(queue));
        if (!running.isEmpty()) {
            List<JobRunId> stopping = queue.stopping(node);
            running.stream().filter(run -> stopping.contains(run.taken().id())).forEach(RunningHere::askToStop);
        }
        take();
    }

    private void take() {
        while (running.size() < settings.runs() && !looking.isStopped()) {
            var taken = queue.take(node, name);
            if (taken.isEmpty()) {
                return;
            }
            begin(taken.orElseThrow());
        }
    }

    private void begin(TakenRun run) {
        RunningHere.begin(run, queue).ifPresent(running::add);
    }
}
