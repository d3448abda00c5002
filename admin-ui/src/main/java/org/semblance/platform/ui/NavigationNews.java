package org.semblance.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.semblance.platform.live.Notifications;

/**
 * Tells open pages that a number in their navigation may have changed, once for all that happens within a moment. It
 * pushes no numbers, for what is pushed carries nobody's rights: the page asks for them in a request of its user's own.
 */
@ApplicationScoped
public class NavigationNews {
    private static final int CALM_MILLIS = 1_500;

    private final NavigationBadges badges;
    private final Notifications notifications;
    private final Map<UI, Command> pages = new ConcurrentHashMap<>();
    private final AtomicBoolean isTold = new AtomicBoolean();

    @Resource
    private ManagedScheduledExecutorService timer;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected NavigationNews() {
        this(null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // the timer is injected after construction
    public NavigationNews(NavigationBadges badges, Notifications notifications) {
        this.badges = badges;
        this.notifications = notifications;
    }

    @PostConstruct
    void listen() {
        badges.channels().forEach(channel -> notifications.listen(channel, news -> hear()));
    }

    /** Has something done on a page whenever there is news, until the page is gone. */
    public Registration follow(UI page, Command nudge) {
        pages.put(page, nudge);
        return () -> pages.remove(page);
    }

    /** On the thread that hears, which must not be kept. */
    private void hear() {
        if (isTold.compareAndSet(false, true)) {
            var unused = timer.schedule(this::tell, CALM_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    void tell() {
        isTold.set(false);
        pages.forEach((page, nudge) -> OnPage.run(page, nudge, () -> pages.remove(page)));
    }
}
