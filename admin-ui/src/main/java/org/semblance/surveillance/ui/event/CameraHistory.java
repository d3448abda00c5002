package org.semblance.surveillance.ui.event;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.PortalSession;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.event.RecordedCameraEvent;
import org.semblance.surveillance.ui.FacePicture;

/** Whom a camera saw last, and what happened to it. */
@CdiComponent
public class CameraHistory extends Div {
    private static final int SEEN = 12;
    private static final int HAPPENED = 6;
    private static final long serialVersionUID = 1L;

    private final transient EventSources sources;
    final Div seen = new Div();
    final Div happened = new Div();
    private CameraEventsAddress camera = CameraEventsAddress.ALL;

    @Inject
    public CameraHistory(EventSources sources) {
        this.sources = sources;
        addClassName("camera-history");
        seen.addClassNames("card", "camera-seen");
        happened.addClassNames("card", "camera-happened");
        add(seen, happened);
        setVisible(PortalSession.permits(Permissions.EVENT_READ));
    }

    public void show(CameraName name) {
        camera = CameraEventsAddress.of(name);
        if (isVisible()) {
            read();
        }
    }

    private void read() {
        CameraName name = camera.cameras().iterator().next();
        var address = EventsAddress.of(name);
        var rows =
                EventRow.of(sources.events().list(address.query(), null, SEEN).items(), sources.sightings());
        seen.removeAll();
        seen.add(header("camera.seen", address.link(getTranslation("camera.seen.all"))));
        var tiles = new Div();
        tiles.addClassName("sighting-tiles");
        rows.forEach(row -> tiles.add(tile(row)));
        seen.add(rows.isEmpty() ? secondary("camera.seen.none") : tiles);
        List<RecordedCameraEvent> events =
                sources.events().list(camera.query(), null, HAPPENED).items();
        happened.removeAll();
        happened.add(header("camera.happened", camera.link(getTranslation("camera.happened.all"))));
        events.forEach(event -> happened.add(line(event)));
        if (events.isEmpty()) {
            happened.add(secondary("camera.happened.none"));
        }
    }

    private Component tile(EventRow row) {
        var recorded = row.recorded();
        var link = new RouterLink(
                EventsView.class, new RouteParameters("event", recorded.id().toString()));
        link.setQueryParameters(
                EventsAddress.of(camera.cameras().iterator().next()).parameters());
        var time = new Span(LocalFormat.precise(recorded.at()));
        time.addClassName("secondary");
        link.addClassName("seen-tile");
        link.add(new FacePicture(row.picture(), sources.urls(), ""), new Span(EventTexts.who(recorded)), time);
        return link;
    }

    private Component line(RecordedCameraEvent event) {
        var time = new Span(LocalFormat.precise(event.at()));
        time.addClassName("secondary");
        var details = new Span(CameraEventTexts.details(event));
        details.addClassName("secondary");
        var line = new Div(CameraEventTexts.badge(event), details, time);
        line.addClassName("happened-line");
        return line;
    }

    private Component header(String key, RouterLink all) {
        var header = new Div(new H2(getTranslation(key)), all);
        header.addClassName("card-header");
        return header;
    }

    private Component secondary(String key) {
        var text = new Paragraph(getTranslation(key));
        text.addClassName("secondary");
        return text;
    }
}
