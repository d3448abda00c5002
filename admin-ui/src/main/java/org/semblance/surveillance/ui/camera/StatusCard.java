package org.semblance.surveillance.ui.camera;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.ui.Facts;
import org.semblance.platform.ui.LocalFormat;

/** How a camera is. */
final class StatusCard extends Div {
    private static final long serialVersionUID = 1L;

    StatusCard() {
        addClassName("card");
    }

    void show(Watched watched) {
        removeAll();
        add(
                new H2(getTranslation("camera.health")),
                new Facts()
                        .fact(
                                getTranslation("camera.condition"),
                                watched.condition().badge())
                        .fact(
                                getTranslation("camera.since"),
                                time(watched.health().since()))
                        .fact(
                                getTranslation("camera.last-frame"),
                                time(watched.health().lastSeen()))
                        .fact(
                                getTranslation("camera.frames-minute"),
                                LocalFormat.format(watched.health().framesInLastMinute())));
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "–" : LocalFormat.precise(at);
    }
}
