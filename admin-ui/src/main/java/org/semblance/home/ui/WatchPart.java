package org.semblance.home.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.Views;
import org.semblance.surveillance.health.CameraHealthService;
import org.semblance.surveillance.health.CameraState.Status;
import org.semblance.surveillance.review.BacklogService;

/** What the first page says of cameras and of what they leave to do. */
@Dependent
public class WatchPart {
    private static final String CAMERAS = "cameras";
    private static final String UNKNOWN = "unknown-faces";

    private final CameraHealthService cameras;
    private final BacklogService backlog;

    @Inject
    public WatchPart(CameraHealthService cameras, BacklogService backlog) {
        this.cameras = cameras;
        this.backlog = backlog;
    }

    void addTiles(Div tiles) {
        if (PortalSession.permits(Permissions.UNKNOWN_REVIEW)) {
            long waiting = backlog.countWaiting();
            String detail = waiting >= BacklogService.MOST ? text("home.or-more") : "";
            tiles.add(new Tile(waiting, text("home.waiting"), detail, false).leadingTo(Views.address(UNKNOWN, "")));
        }
        if (PortalSession.permits(Permissions.CAMERA_READ)) {
            addCameras(tiles, cameras.count());
        }
    }

    private void addCameras(Div tiles, Map<Status, Long> counts) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum() - counts.getOrDefault(Status.DISABLED, 0L);
        if (all == 0) {
            return;
        }
        long offline = counts.getOrDefault(Status.OFFLINE, 0L);
        long never = counts.getOrDefault(Status.NEVER, 0L);
        String detail =
                offline + never == 0 ? text("home.cameras.all", all) : text("home.cameras.some", all, offline, never);
        tiles.add(new Tile(counts.getOrDefault(Status.ONLINE, 0L), text("home.cameras.online"), detail, offline > 0)
                .leadingTo(Views.address(CAMERAS, "")));
        tiles.add(new Tile(cameras.queue(), text("home.queue"), "", false).leadingTo(Views.address("health", "")));
    }

    private static String text(String key, Object... parameters) {
        return UI.getCurrent().getTranslation(key, parameters);
    }
}
