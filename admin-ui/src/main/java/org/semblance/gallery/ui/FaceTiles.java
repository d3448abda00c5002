package org.semblance.gallery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.Cover;
import org.semblance.gallery.FaceService;
import org.semblance.gallery.FaceSummary;
import org.semblance.gallery.PersonSummary;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Confirmation;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;
import org.semblance.storage.SignedUrls;

/** The enrolled faces of a person as small pictures, some at a time. */
final class FaceTiles extends Div {
    private static final int AT_A_TIME = 24;
    private static final long serialVersionUID = 1L;

    private final transient FaceService faces;
    private final transient SignedUrls urls;
    private final FaceActions actions;
    private final SerializableRunnable onChanged;
    final Div tiles = new Div();

    FaceTiles(FaceService faces, SignedUrls urls, FaceActions actions, SerializableRunnable onChanged) {
        this.actions = actions;
        this.faces = faces;
        this.urls = urls;
        this.onChanged = onChanged;
        tiles.addClassName("face-tiles");
    }

    void show(PersonSummary person) {
        removeAll();
        tiles.removeAll();
        actions.begin(person);
        add(actions, tiles);
        append(person, 0);
        if (tiles.getComponentCount() == 0) {
            add(new Paragraph(getTranslation("faces.empty")));
        }
    }

    private void append(PersonSummary person, long after) {
        var page = faces.list(person.id(), after, AT_A_TIME);
        page.items().forEach(face -> tiles.add(tile(face, person.cover())));
        page.next().ifPresent(next -> {
            var more = new Button(getTranslation("action.more"), event -> {
                remove(event.getSource());
                append(person, next);
            });
            more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            add(more);
        });
    }

    private Component tile(FaceSummary face, @Nullable Cover cover) {
        var picture =
                new Image(urls.sign(face.crop()), getTranslation("face.alt", LocalFormat.format(face.createdAt())));
        var quality = new Span(getTranslation("face.quality", LocalFormat.format(face.quality())));
        quality.addClassName("secondary");
        var tile = new Div(picture, quality);
        tile.addClassName("face-tile");
        if (cover != null && cover.face().equals(face.id())) {
            tile.add(buildMark(cover));
        }
        if (PortalSession.permits(Permissions.PERSON_EDIT)) {
            tile.addComponentAsFirst(actions.box(face));
        }
        if (PortalSession.permits(Permissions.PERSON_DELETE)) {
            tile.add(buildDelete(face));
        }
        return tile;
    }

    /** Says that this picture stands for the person in lists. */
    private Component buildMark(Cover cover) {
        var mark = new Badge(
                cover.isChosen() ? Badge.Tone.ACTIVE : Badge.Tone.NEUTRAL,
                getTranslation(cover.isChosen() ? "face.cover.chosen" : "face.cover.best"));
        mark.addClassName("face-cover");
        return mark;
    }

    private Component buildDelete(FaceSummary face) {
        var delete = new Button(PortalIcon.CLOSE.create(), event -> confirmDelete(face));
        delete.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        delete.setAriaLabel(getTranslation("face.delete"));
        delete.setTooltipText(getTranslation("face.delete"));
        return delete;
    }

    private void confirmDelete(FaceSummary face) {
        Confirmation.ask(
                getTranslation("face.delete"),
                getTranslation("face.delete.text"),
                getTranslation("action.delete"),
                () -> {
                    faces.delete(face.id());
                    onChanged.run();
                });
    }
}
