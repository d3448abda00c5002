package org.semblance.surveillance.ui.unknown;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Optional;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.Facts;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.PortalSession;
import org.semblance.storage.SignedUrls;
import org.semblance.surveillance.review.QueueService;
import org.semblance.surveillance.ui.FacePicture;
import org.semblance.surveillance.ui.event.EventsAddress;
import org.semblance.surveillance.unknown.UnknownFace;
import org.semblance.surveillance.unknown.UnknownQuery;
import org.semblance.surveillance.unknown.UnknownState;

/** One stranger at large: the face that is looked at, the facts, and all other sightings. */
final class UnknownStage extends Div {
    private static final int SIGHTINGS = 48;
    private static final long serialVersionUID = 1L;

    private final transient QueueService queue;
    private final transient SignedUrls urls;
    private final SerializableConsumer<UnknownFace> onFace;
    final Checkbox all = new Checkbox();
    private final Div picture = new Div();
    private final Div facts = new Div();
    final Div sightings = new Div();

    UnknownStage(QueueService queue, SignedUrls urls, SerializableConsumer<UnknownFace> onFace) {
        this.queue = queue;
        this.urls = urls;
        this.onFace = onFace;
        addClassName("review-stage");
        picture.addClassName("review-picture");
        sightings.addClassName("review-sightings");
        add(picture, facts, all, sightings);
    }

    /** Shows somebody; of those who were seen more than once, the other sightings too. */
    void show(Waiting waiting) {
        boolean isRecurring = waiting.isRecurring();
        all.setVisible(isRecurring);
        all.setValue(true);
        all.setLabel(getTranslation(
                "unknown.all", LocalFormat.format(waiting.newest().sightings())));
        sightings.removeAll();
        sightings.setVisible(isRecurring);
        if (isRecurring) {
            List<UnknownFace> seen = queue.faces(
                            Optional.empty(),
                            new UnknownQuery(null, waiting.stranger(), null, false, null, null, 0, SIGHTINGS))
                    .items();
            sightings.add(new H3(getTranslation(
                    "unknown.sightings", LocalFormat.format(waiting.newest().sightings()))));
            var tiles = new Div();
            tiles.addClassName("sighting-tiles");
            seen.forEach(face -> tiles.add(tile(face)));
            sightings.add(tiles);
        }
        look(waiting.newest());
    }

    private void look(UnknownFace face) {
        picture.removeAll();
        picture.add(new FacePicture(
                face.crop(), urls, getTranslation("unknown.alt", face.camera(), LocalFormat.precise(face.seenAt()))));
        facts.removeAll();
        facts.add(new Facts()
                .fact(getTranslation("watch.camera"), face.camera().value())
                .fact(getTranslation("watch.gallery"), face.gallery().value())
                .fact(getTranslation("watch.seen-at"), LocalFormat.precise(face.seenAt()))
                .fact(getTranslation("watch.quality"), LocalFormat.format(face.quality())));
        if (PortalSession.permits(Permissions.EVENT_READ)) {
            facts.add(EventsAddress.around(face.camera(), face.seenAt()).link(getTranslation("unknown.events")));
        }
        onFace.accept(face);
    }

    private Component tile(UnknownFace face) {
        var tile = new NativeButton();
        tile.addClassName("sighting-tile");
        tile.add(new FacePicture(face.crop(), urls, ""));
        tile.setAriaLabel(getTranslation(
                "unknown.sighting",
                LocalFormat.format(face.seenAt()),
                face.camera().value()));
        tile.setTitle(LocalFormat.format(face.seenAt()));
        if (face.state() != UnknownState.NEW) {
            tile.add(new Badge(Badge.Tone.NEUTRAL, Codes.of("unknown.state.", face.state())));
            tile.setEnabled(false);
        }
        tile.addClickListener(event -> {
            all.setValue(false);
            look(face);
        });
        return tile;
    }
}
