package org.semblance.surveillance.ui.attention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.NavigationBadge;
import org.semblance.surveillance.review.BacklogService;

/** Unknown faces that nobody has decided on. */
@ApplicationScoped
public class WaitingFacesBadge implements NavigationBadge {
    private final BacklogService backlog;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected WaitingFacesBadge() {
        this(null);
    }

    @Inject
    public WaitingFacesBadge(BacklogService backlog) {
        this.backlog = backlog;
    }

    @Override
    public String path() {
        return "unknown-faces";
    }

    @Override
    public String permission() {
        return Permissions.UNKNOWN_REVIEW;
    }

    @Override
    public long count() {
        return backlog.countWaiting();
    }

    @Override
    public Badge.Tone tone() {
        return Badge.Tone.ACTIVE;
    }

    @Override
    public String label() {
        return "badge.unknown";
    }

    @Override
    public String channel() {
        return "surveillance_event";
    }
}
