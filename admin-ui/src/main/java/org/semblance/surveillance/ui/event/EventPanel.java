package org.semblance.surveillance.ui.event;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.RouterLink;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.ui.PersonsAddress;
import org.semblance.gallery.ui.PersonsView;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.Facts;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.PanelHeader;
import org.semblance.platform.ui.PortalSession;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.event.RecordedRecognition;
import org.semblance.surveillance.ui.FacePicture;

/** One event: the picture, who it is, and by which rule and numbers that was decided. */
@CdiComponent
public class EventPanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient EventSources sources;
    private final transient EventLikenesses likenesses;
    private SerializableRunnable onClosed = () -> {};

    @Inject
    public EventPanel(EventSources sources, EventLikenesses likenesses) {
        this.sources = sources;
        this.likenesses = likenesses;
        addClassNames("side-panel", "event-panel");
        getElement().setAttribute("role", "complementary");
        getElement().setAttribute("aria-label", getTranslation("event.detail"));
    }

    void onClosed(SerializableRunnable listener) {
        this.onClosed = listener;
    }

    void show(UUID id) {
        RecordedRecognition recorded = sources.events().require(id);
        EventRow row = EventRow.of(List.of(recorded), sources.sightings()).get(0);
        removeAll();
        var picture =
                new FacePicture(row.picture(), sources.urls(), getTranslation("event.alt", EventTexts.who(recorded)));
        picture.addClassName("event-picture");
        add(buildHeader(recorded), picture);
        if (row.picture() == null) {
            add(secondary("event.picture.gone"));
        }
        add(new DecisionBox(recorded));
        likenesses.of(recorded).ifPresent(this::add);
        var access = recorded.event().access();
        if (access != null) {
            add(
                    new H3(getTranslation("event.door")),
                    EventTexts.access(recorded, access),
                    new Paragraph(Codes.of("access.reason.", access.reason())));
        }
        add(new H3(getTranslation("event.facts")), buildFacts(row), buildLinks(recorded));
    }

    private Component buildHeader(RecordedRecognition recorded) {
        var name = PanelHeader.name(EventTexts.who(recorded), LocalFormat.precise(recorded.at()));
        return new PanelHeader(onClosed).show(name, EventTexts.outcome(recorded));
    }

    private Component buildFacts(EventRow row) {
        RecordedRecognition recorded = row.recorded();
        var facts = new Facts()
                .fact(getTranslation("watch.camera"), EventTexts.camera(recorded.camera()))
                .fact(
                        getTranslation("watch.gallery"),
                        Optional.ofNullable(recorded.gallery()).orElse("–"));
        var sighting = row.sighting();
        if (sighting != null) {
            facts.fact(getTranslation("event.until"), LocalFormat.precise(sighting.lastSeen()))
                    .fact(getTranslation("event.frames"), LocalFormat.format(sighting.frames()));
        }
        if (recorded.event().isLate()) {
            facts.fact(getTranslation("event.late"), LocalFormat.precise(recorded.recordedAt()));
        }
        return facts.fact(getTranslation("event.id"), recorded.id().toString());
    }

    private Component buildLinks(RecordedRecognition recorded) {
        var links = new Div();
        links.addClassName("card-links");
        var person = recorded.person();
        if (person != null) {
            var id = new PersonId(person.id());
            if (recorded.gallery() != null && PortalSession.permits(Permissions.PERSON_READ)) {
                var there = new PersonsAddress(new GalleryName(recorded.gallery()), Optional.of(id), "");
                links.add(new RouterLink(getTranslation("event.person"), PersonsView.class, there.parameters()));
            }
            links.add(EventsAddress.of(id).link(getTranslation("event.of-person")));
        }
        String camera = recorded.camera().name();
        if (camera != null) {
            links.add(EventsAddress.of(new CameraName(camera)).link(getTranslation("event.of-camera")));
        }
        return links;
    }

    private Component secondary(String key) {
        var text = new Paragraph(getTranslation(key));
        text.addClassName("secondary");
        return text;
    }
}
