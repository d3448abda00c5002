package org.semblance.surveillance.event.live;

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
import java.util.function.Consumer;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Permissions;
import org.semblance.platform.Repeating;
import org.semblance.platform.live.NotificationThread;
import org.semblance.platform.live.Notifications;
import org.semblance.surveillance.event.PostgresEventLog;
import org.semblance.surveillance.event.Recorded;

/** Tells whoever listens on this node what is new, whichever node wrote it: some times a second, in one query for all. */
@Singleton
@Startup
@LocalBean
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventFeed {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Followers followers;
    private final Notifications notifications;
    private final NotificationThread thread;
    private final MetricRegistry metrics;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private Repeating looking;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected EventFeed() {
        this.followers = null;
        this.notifications = null;
        this.thread = null;
        this.metrics = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // the scheduler is injected after construction
    public EventFeed(
            EventTail tail,
            StreamSettings settings,
            Notifications notifications,
            NotificationThread thread,
            MetricRegistry metrics) {
        this.followers = new Followers(tail, settings.maxStreams(), work -> scheduler.execute(work));
        this.notifications = notifications;
        this.thread = thread;
        this.metrics = metrics;
    }

    @PostConstruct
    void start() {
        notifications.listen(PostgresEventLog.CHANNEL, news -> followers.hear());
        thread.begin();
        looking = new Repeating("new events are told", scheduler, BETWEEN_LOOKS, followers::look);
        looking.start();
        metrics.gauge(
                Metadata.builder()
                        .withName("event_streams")
                        .withDescription("Those who are told events by this server as they happen")
                        .build(),
                followers,
                Followers::count);
    }

    @PreDestroy
    void stop() {
        looking.stop();
        followers.stop();
    }

    /** That somebody is told; closed when they no longer want to be. */
    @FunctionalInterface
    public interface Following extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Has somebody told every event from now on, of which they take what they may see, until they close it; a
     * {@link org.semblance.platform.BusyException} when too many listen already.
     *
     * @param consumer is quick and throws nothing
     */
    @RolesAllowed(Permissions.EVENT_READ)
    public Following follow(LiveFilter filter, Consumer<Recorded> consumer) {
        var listener = new FilteredListener(filter, consumer);
        followers.add(listener, null);
        return listener;
    }

    /**
     * The same for a listener that knows where it was, or null for from now on.
     *
     * @param place up to which it was told before
     */
    @RolesAllowed(Permissions.EVENT_READ)
    public void follow(EventListener listener, @Nullable EventPlace place) {
        followers.add(listener, place);
    }
}
