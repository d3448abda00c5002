package org.semblance.gallery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import org.semblance.gallery.GalleryService;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;

/** What views show that need a gallery while there is none: the way to make the first one. */
final class NoGalleries extends Div {
    private static final long serialVersionUID = 1L;

    final Button create;

    NoGalleries(GalleryService galleries) {
        boolean permitted = PortalSession.permits(Permissions.GALLERY_WRITE);
        create = new Button(getTranslation("gallery.create"), PortalIcon.ADD.create(), event -> open(galleries));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.setVisible(permitted);
        add(new EmptyState(
                PortalIcon.GALLERIES,
                getTranslation("galleries.empty"),
                getTranslation(permitted ? "galleries.empty.text" : "galleries.empty.ask"),
                create));
    }

    /** Puts this in place of the rest of a view as long as there is no gallery, and takes it away after that. */
    static void cover(Div view, boolean none, GalleryService galleries, Component... rest) {
        view.getChildren().filter(NoGalleries.class::isInstance).toList().forEach(view::remove);
        for (Component component : rest) {
            component.setVisible(!none);
        }
        if (none) {
            view.add(new NoGalleries(galleries));
        }
    }

    private static void open(GalleryService galleries) {
        new CreateGalleryDialog(galleries, created -> UI.getCurrent().refreshCurrentRoute(false)).open();
    }
}
