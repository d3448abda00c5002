package org.semblance.surveillance.ui.camera;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteParameters;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.storage.SignedUrls;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.ui.FacePicture;

/** A camera at a glance: whom it saw last, and how it is. */
final class CameraCard extends Anchor {
    private static final long serialVersionUID = 1L;

    private final transient SignedUrls urls;
    private transient @Nullable Watched shown;

    CameraCard(SignedUrls urls) {
        this.urls = urls;
        addClassNames("card", "card-link", "camera-card");
    }

    /** Changes nothing on the page when nothing has changed. */
    void show(Watched watched) {
        if (watched.equals(shown)) {
            return;
        }
        shown = watched;
        Camera camera = watched.camera();
        removeAll();
        setHref(RouteConfiguration.forSessionScope()
                .getUrl(
                        CameraView.class,
                        new RouteParameters("camera", camera.name().value())));
        var sight = watched.sight();
        add(
                new FacePicture(sight == null ? null : sight.picture(), urls, "", PortalIcon.CAMERA),
                new Div(buildHeader(watched), buildPlace(camera), buildLast(watched)));
    }

    private Component buildHeader(Watched watched) {
        var header =
                new Div(new H2(watched.camera().title()), watched.condition().badge());
        header.addClassName("card-header");
        return header;
    }

    private static Component buildPlace(Camera camera) {
        String where = camera.location().isEmpty() ? camera.name().value() : camera.location();
        var place = new Span(where + " · " + camera.gallery());
        place.addClassName("secondary");
        return place;
    }

    private Component buildLast(Watched watched) {
        var seen = watched.health().lastSeen();
        String frames = seen == null
                ? getTranslation("camera.frames.none")
                : getTranslation(
                        "camera.frames",
                        LocalFormat.precise(seen),
                        LocalFormat.format(watched.health().framesInLastMinute()));
        var last = new Span(frames);
        last.addClassName("secondary");
        return last;
    }
}
