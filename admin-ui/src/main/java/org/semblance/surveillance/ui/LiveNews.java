package org.semblance.surveillance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.BusyException;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.OnPage;
import org.semblance.platform.ui.PortalSession;
import org.semblance.surveillance.event.EventPlaces;
import org.semblance.surveillance.event.EventService;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;
import org.semblance.surveillance.event.live.EventFeed;
import org.semblance.surveillance.event.live.LiveFilter;
import org.semblance.surveillance.event.live.LiveFilter.Kinds;

/**
 * Tells a view that something is new. What the server pushes carries nobody's rights, so it pushes only the question
 * whether the user is reading further down; the browser's answer is a request of the user's own, and reads what is new.
 */
@Dependent
public class LiveNews {
    private static final String IS_AT_TOP = """
            const grid = this.querySelector('vaadin-grid');
            const scroller = grid ? grid.shadowRoot.querySelector('#table') : this.querySelector('.live-scroller');
            return !scroller || scroller.scrollTop < 8;
            """;

    private final EventService events;
    private final EventFeed feed;
    private final AtomicInteger untold = new AtomicInteger();
    private volatile @Nullable Wanted wanted;
    private volatile EventFeed.@Nullable Following following;

    @Inject
    public LiveNews(EventService events, EventFeed feed) {
        this.events = events;
        this.feed = feed;
    }

    /** Is told, in a request of the user, how much is new and whether the view shows its beginning. */
    @FunctionalInterface
    public interface Listener extends Serializable {
        void arrived(int count, boolean isAtTop);
    }

    /** Of what somebody wants to hear. */
    public record Wanted(Kinds kinds, EventPlaces places, Set<Outcome> outcomes) {
        public Wanted {
            outcomes = Set.copyOf(outcomes);
        }
    }

    /** Follows for a view as long as it is on the page. */
    public void attach(Component view, Listener listener) {
        view.addAttachListener(attached -> begin(view, listener));
        view.addDetachListener(detached -> end());
    }

    /** Says what the view shows now; a view that is on the page already follows that from now on. */
    public void want(Component view, Wanted news, Listener listener) {
        wanted = news;
        if (view.isAttached()) {
            begin(view, listener);
        }
    }

    private void begin(Component view, Listener listener) {
        end();
        Wanted news = wanted;
        if (news == null || !PortalSession.permits(Permissions.EVENT_READ)) {
            return;
        }
        UI ui = UI.getCurrent();
        var filter = new LiveFilter(news.kinds(), events.bounds(news.places()), news.outcomes());
        try {
            following = feed.follow(filter, event -> hear(ui, view, listener));
        } catch (BusyException e) {
            // As many follow as may: the view is right all the same, it only does not move by itself.
            following = null;
        }
    }

    private void end() {
        EventFeed.Following before = following;
        following = null;
        if (before != null) {
            before.close();
        }
        untold.set(0);
    }

    /** What comes before the browser has answered is told together with what it was asked for. */
    private void hear(UI ui, Component view, Listener listener) {
        if (untold.getAndIncrement() > 0) {
            return;
        }
        try {
            OnPage.run(ui, () -> view.getElement()
                    .executeJs(IS_AT_TOP)
                    .then(Boolean.class, isAtTop -> listener.arrived(untold.getAndSet(0), isAtTop)));
        } catch (UIDetachedException e) {
            end();
        }
    }
}
